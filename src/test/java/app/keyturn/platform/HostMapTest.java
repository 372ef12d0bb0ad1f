package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostMapTest {
    private static final HostMap PRACTICE = HostMap
            .forPractice(Map.of("login.practice.invalid", URI.create("http://127.0.0.1:4711/secret/login")));

    @Test
    void outsidePracticeModeEveryAddressStaysAsItIs() {
        URI address = URI.create("https://graph.microsoft.com/v1.0/organization?$select=id");
        assertEquals(Optional.of(address), HostMap.EMPTY.resolve(address));
    }

    @Test
    void aKnownHostLeadsToThisComputerWithTheSamePathAndQuery() {
        assertEquals(Optional.of(URI.create("http://127.0.0.1:4711/secret/login/a%2Fb/c?x=%20y&z=%26")),
                PRACTICE.resolve(URI.create("https://LOGIN.practice.invalid/a%2Fb/c?x=%20y&z=%26")));
    }

    @Test
    void anAddressWithoutPathLeadsToTheRoot() {
        assertEquals(Optional.of(URI.create("http://127.0.0.1:4711/secret/login/")),
                PRACTICE.resolve(URI.create("https://login.practice.invalid")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.microsoftonline.com/", "https://login.practice.invalid.evil.example/",
            "https://evil.example/login.practice.invalid", "mailto:it@maple.example"})
    void inPracticeModeAllOtherAddressesAreBlocked(String address) {
        assertEquals(Optional.empty(), PRACTICE.resolve(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "https://127.0.0.1/", "http://127.0.0.1@evil.example/", "file:/etc"})
    void aPracticeAddressHasToBeOnThisComputer(String base) {
        assertThrows(IllegalArgumentException.class, () -> HostMap.forPractice(Map.of("a", URI.create(base))));
    }

    @Test
    void aPracticeMapIsNeverEmpty() {
        assertThrows(IllegalArgumentException.class, () -> HostMap.forPractice(Map.of()));
    }
}
