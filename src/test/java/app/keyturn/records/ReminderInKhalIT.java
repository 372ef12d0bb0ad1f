package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.testkit.CalDavServer;
import app.keyturn.testkit.KhalCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calendar file in khal, and on a CalDAV server from which another khal gets it. */
class ReminderInKhalIT {
    private static final String FIRST_DAY = "2027-01-01";
    private static final String THIS_YEAR = "2027-10-23 04:30 " + ReminderSamples.THIS_YEAR;
    private static final String NEXT_YEAR = "2028-09-24 04:30 " + ReminderSamples.NEXT_YEAR;

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @BeforeAll
    static void needKhal() {
        assumeTrue(KhalCalendar.isInstalled(), "khal is not installed");
    }

    @Test
    void theSameFileChangesNothingAndNextYearsIsAdded() throws IOException, InterruptedException {
        KhalCalendar calendar = calendar("mine", ReminderSamples.OTHER_ZONE);
        for (int time = 0; time < 2; time++) {
            calendar.importFile(ReminderSamples.thisYear(folder, ReminderForm.ONE_EVENT));
            assertEquals(List.of(THIS_YEAR), calendar.list(FIRST_DAY));
            assertEquals(List.of(0L, 23L), calendar.alarmDays());
        }
        calendar.importFile(ReminderSamples.nextYear(folder, ReminderForm.ONE_EVENT));
        assertEquals(List.of(THIS_YEAR, NEXT_YEAR), calendar.list(FIRST_DAY));
    }

    @Test
    void bothFormsTogetherMakeFourEvents() throws IOException, InterruptedException {
        KhalCalendar calendar = calendar("mine", ReminderSamples.OTHER_ZONE);
        calendar.importFile(ReminderSamples.thisYear(folder, ReminderForm.ONE_EVENT));
        calendar.importFile(ReminderSamples.thisYear(folder, ReminderForm.EVENT_EACH_DAY));
        assertEquals(List.of("2027-09-23 04:30", "2027-10-23 04:30", "2027-11-15 04:30", "2027-11-22 04:30"),
                calendar.list(FIRST_DAY).stream().map(line -> line.substring(0, 16)).toList());
    }

    @Test
    void anotherComputerGetsItFromACalDavServer() throws IOException, InterruptedException {
        assumeTrue(CalDavServer.isInstalled(), "Radicale and vdirsyncer are not installed");
        KhalCalendar mine = calendar("mine", ReminderSamples.OTHER_ZONE);
        KhalCalendar other = calendar("other", "Australia/Lord_Howe");
        try (CalDavServer server = new CalDavServer(Files.createDirectory(folder.resolve("server")))) {
            for (int time = 0; time < 2; time++) {
                mine.importFile(ReminderSamples.thisYear(folder, ReminderForm.ONE_EVENT));
                server.sync(mine);
                server.sync(other);
                assertEquals(List.of("2027-10-23 18:00 " + ReminderSamples.THIS_YEAR), other.list(FIRST_DAY));
                assertEquals(List.of(0L, 23L), other.alarmDays());
            }
            mine.importFile(ReminderSamples.nextYear(folder, ReminderForm.ONE_EVENT));
            server.sync(mine);
            server.sync(other);
            assertEquals(List.of("2027-10-23 18:00 " + ReminderSamples.THIS_YEAR,
                    "2028-09-24 17:30 " + ReminderSamples.NEXT_YEAR), other.list(FIRST_DAY));
        }
    }

    private KhalCalendar calendar(String name, String zone) throws IOException {
        return new KhalCalendar(Files.createDirectory(folder.resolve(name)), zone);
    }
}
