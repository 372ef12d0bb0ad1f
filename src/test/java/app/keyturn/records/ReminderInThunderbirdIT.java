package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.testkit.Thunderbird;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thunderbird is started with the calendar file, as a double click does, and its import page is clicked through. */
class ReminderInThunderbirdIT {
    private static final Thunderbird.Event THIS_YEAR = new Thunderbird.Event(ReminderSamples.THIS_YEAR,
            "2027-10-23T04:30:00", List.of("2027-10-23T04:30:00", "2027-11-15T04:30:00"));
    private static final Thunderbird.Event NEXT_YEAR = new Thunderbird.Event(ReminderSamples.NEXT_YEAR,
            "2028-09-24T04:30:00", List.of("2028-09-24T04:30:00", "2028-10-17T04:30:00"));

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @BeforeAll
    static void needThunderbird() {
        assumeTrue(Thunderbird.isInstalled(), "Thunderbird is not installed");
    }

    @Test
    void nextYearsEventIsAddedAndTheSameFileIsRefused() throws IOException, TimeoutException {
        Path thisYear = ReminderSamples.thisYear(folder, ReminderForm.ONE_EVENT);
        try (Thunderbird first = open(thisYear)) {
            assertTrue(first.importFile());
            assertEquals(List.of(THIS_YEAR), first.events());
        }
        try (Thunderbird again = open(thisYear)) {
            assertFalse(again.importFile(), "Thunderbird refuses events that it has");
            assertEquals(List.of(THIS_YEAR), again.events());
        }
        try (Thunderbird next = open(ReminderSamples.nextYear(folder, ReminderForm.ONE_EVENT))) {
            assertTrue(next.importFile());
            assertEquals(List.of(THIS_YEAR, NEXT_YEAR), next.events());
        }
    }

    @Test
    void theReminderRings() throws IOException, TimeoutException {
        try (Thunderbird ringing = open(ReminderSamples.ringingIn(folder, Duration.ofSeconds(15)))) {
            assertTrue(ringing.importFile());
            assertTrue(ringing.awaitAlarm().startsWith("Renew the Apple token of Maple School"));
        }
    }

    private Thunderbird open(Path file) throws IOException, TimeoutException {
        return Thunderbird.open(file, folder, ReminderSamples.OTHER_ZONE);
    }
}
