package app.keyturn.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of releases, as set by the build. */
class ReleaseUrlsTest {
    private static final String FEED = "https://api.github.com/repos/octocat/keyturn/releases/latest";
    private static final String PAGE = "https://github.com/octocat/keyturn/releases/latest";

    @Test
    void bothAddressesAreTaken() {
        assertEquals(Optional.of(new ReleaseUrls(URI.create(FEED), URI.create(PAGE))), ReleaseUrls.of(FEED, PAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "${release.feed}", "github.com", "//github.com/x", "http://github.com/x",
            "http://localhost/x", "file:///etc/hosts", "https:///x", "https:", "https://me@github.com/x",
            "https://github.com/x?version=1", "https://github.com/x#1", "https://github.com/a b",
            "javascript:alert(1)"})
    void withoutBothAddressesNothingIsQueried(String other) {
        assertEquals(Optional.empty(), ReleaseUrls.of(other, PAGE));
        assertEquals(Optional.empty(), ReleaseUrls.of(FEED, other));
    }
}
