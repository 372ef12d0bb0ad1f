package app.keyturn.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.log.LogLine.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {
    private static final String ID = "0000aaaa-11bb-cccc-dd33-eeeeee333333";

    static Stream<LogLine> lines() {
        return Stream.of(new LogLine.Began("1.2.3", "25.0.1+8-LTS", "Windows 11", "10.0"),
                new LogLine.Entered(true, List.of("client-id", "organisation")),
                new LogLine.Entered(false, List.of()), new LogLine.Page("sign-in"), new LogLine.SignIn(true),
                new LogLine.Request("GET", "/v1.0/servicePrincipals/{id}/synchronization/secrets", OptionalInt.of(200),
                        Optional.empty(), Duration.ofMillis(120), Optional.of(ID)),
                new LogLine.Request("PUT", "/v1.0/servicePrincipals/{id}/synchronization/secrets", OptionalInt.empty(),
                        Optional.of(TimeUnit.SECONDS), Duration.ofSeconds(30), Optional.empty()),
                new LogLine.Step(TimeUnit.DAYS, TimeUnit.HOURS),
                new LogLine.Problem("TOKEN-REJECTED", TimeUnit.DAYS, OptionalInt.of(400), Optional.of("BadRequest"),
                        List.of(ID)),
                new Fault(List.of("java.io.IOException"), List.of("entra.graph.Graph.ask:12")), new LogLine.Ended());
    }

    @Test
    void theLinesAreReadable() {
        assertEquals(List.of("began 1.2.3, Java 25.0.1+8-LTS, Windows 11 10.0",
                "entered practice, set: client-id, organisation", "entered earnest, set: nothing", "page sign-in",
                "signed in",
                "asked GET /v1.0/servicePrincipals/{id}/synchronization/secrets, HTTP 200, 120 ms, request " + ID,
                "asked PUT /v1.0/servicePrincipals/{id}/synchronization/secrets, no answer, seconds, 30000 ms",
                "step days hours", "problem TOKEN-REJECTED, changed: days, HTTP 400, BadRequest, id " + ID,
                "fault java.io.IOException, at entra.graph.Graph.ask:12", "ended"),
                lines().map(LogLine::text).toList());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theFilterChangesNoLine(LogLine line) {
        assertEquals(line.text(), new LogFilter(text -> text).filter(line.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it@maple.example", "Maple Street School (Büro)", "C:\\Users\\maria", "/home/maria", "a\nb",
            "{\"value\":1}", "https://login.microsoftonline.com/?code=1", ""})
    void onlyCodesAreLogged(String text) {
        Stream.of(new LogLine.Page(text), new LogLine.Entered(false, List.of(text)),
                new LogLine.Began(text, text, text, text),
                new LogLine.Request(text, text + " ", OptionalInt.of(1), Optional.empty(), Duration.ZERO,
                        Optional.of(text)),
                new LogLine.Problem(text, TimeUnit.DAYS, OptionalInt.empty(), Optional.of(text), List.of(text)),
                new Fault(List.of(text + " "), List.of(text + " ")))
                .forEach(line -> assertTrue(
                        line.text().contains("?") && (text.isEmpty() || !line.text().contains(text)), line::text));
    }

    @Test
    void anExceptionIsLoggedByTypesAndOurPlacesNeverByItsMessage() {
        IOException inner = new IOException("PRACTICE-a-secret of maria");
        inner.addSuppressed(new IllegalStateException("another-secret"));
        String text = Fault.of(new UncheckedIOException("outer-secret", inner)).text();
        assertFalse(text.contains("secret") || text.contains("maria"), text);
        assertTrue(text.startsWith("fault java.io.UncheckedIOException < java.io.IOException, at log.LogLineTest"),
                text);
        assertTrue(text.matches(".*LogLineTest\\.anException\\w+:\\d+.*"), text);
    }

    @Test
    void withoutALineNumberTheMethodIsNamed() {
        IOException thrown = new IOException();
        thrown.setStackTrace(
                new StackTraceElement[]{new StackTraceElement("app.keyturn.entra.graph.Graph", "ask", null, -1)});
        assertEquals("fault java.io.IOException, at entra.graph.Graph.ask", Fault.of(thrown).text());
    }

    @Test
    void anExceptionThatIsItsOwnCauseIsLoggedOnce() {
        IOException first = new IOException();
        IOException second = new IOException(first);
        first.initCause(second);
        assertTrue(Fault.of(first).text().startsWith("fault java.io.IOException < java.io.IOException"));
    }
}
