package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.testkit.GnomeCalendar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GNOME Calendar is started with the calendar file, as a double click does; Evolution's data server keeps the event. */
class ReminderInGnomeCalendarIT {
    private static final List<String> THIS_YEAR = List.of("DTSTART;TZID=Europe/Berlin:20271023T090000", "TRIGGER:P23D",
            "TRIGGER:PT0S");
    private static final List<String> BOTH_YEARS = List.of("DTSTART;TZID=Europe/Berlin:20271023T090000",
            "DTSTART;TZID=Europe/Berlin:20280924T090000", "TRIGGER:P23D", "TRIGGER:P23D", "TRIGGER:PT0S",
            "TRIGGER:PT0S");

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @BeforeAll
    static void needGnomeCalendar() {
        assumeTrue(GnomeCalendar.isInstalled(), "GNOME Calendar, xdotool, Xvfb or dunst is not installed");
    }

    @Test
    void nextYearsEventIsAddedAndTheSameFileIsRefused() throws IOException, TimeoutException {
        Path thisYear = ReminderSamples.thisYear(folder, ReminderForm.ONE_EVENT);
        try (GnomeCalendar calendar = new GnomeCalendar(folder, ReminderSamples.OTHER_ZONE)) {
            calendar.importFile(thisYear, () -> stored(calendar).equals(THIS_YEAR));
            calendar.importFile(thisYear, () -> calendar.console().contains("already exists"));
            assertEquals(THIS_YEAR, stored(calendar));
            calendar.importFile(ReminderSamples.nextYear(folder, ReminderForm.ONE_EVENT),
                    () -> stored(calendar).equals(BOTH_YEARS));
        }
    }

    @Test
    void theReminderRings() throws IOException, TimeoutException {
        try (GnomeCalendar calendar = new GnomeCalendar(folder, ReminderSamples.OTHER_ZONE)) {
            calendar.watchAlarms();
            calendar.importFile(ReminderSamples.ringingIn(folder, Duration.ofSeconds(30)),
                    () -> stored(calendar).contains("TRIGGER:PT0S"));
            calendar.awaitAlarm("Renew the Apple token of Maple School");
        }
    }

    /** In alphabetical order: the data server stores events in any order. */
    private static List<String> stored(GnomeCalendar calendar) throws IOException {
        return calendar.stored("DTSTART;", "TRIGGER:").stream().sorted().toList();
    }
}
