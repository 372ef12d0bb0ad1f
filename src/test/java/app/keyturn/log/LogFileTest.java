package app.keyturn.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.FileReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:44:05.123456Z"), ZoneOffset.MAX);
    private static final int LARGEST = 256 * 1024;

    @TempDir private Path home;

    @Test
    void aRecordIsOneLineWithTheTimeInUtc() throws IOException {
        Path folder = home.resolve("100% ours").resolve("log");
        try (LogFile log = open(folder)) {
            log.write(new LogLine.Page("start"));
            log.write(new LogLine.Page("apple"));
            // Before it is closed: a killed program has written its lines, too.
            assertEquals(List.of("2026-11-22T09:44:05.123Z page start", "2026-11-22T09:44:05.123Z page apple"),
                    Files.readAllLines(folder.resolve("keyturn-0-0.log")));
            assertTrue(log.works());
        }
        assertEquals(List.of("keyturn-0-0.log"), names(folder));
    }

    @Test
    void theNextRunAppendsToTheLog() throws IOException {
        for (int run = 0; run < 2; run++) {
            try (LogFile log = open(home)) {
                log.write(new LogLine.Ended());
            }
        }
        assertEquals(2, Files.readAllLines(home.resolve("keyturn-0-0.log")).size());
    }

    @Test
    void theLogStaysSmallAndPrivate() throws IOException {
        Path folder = home.resolve("log");
        try (LogFile log = open(folder)) {
            for (int line = 0; line < 20_000; line++) {
                log.write(new LogLine.Began("1.2.3", "25", "a system with a long name", "1.0"));
            }
        }
        assertEquals(List.of("keyturn-0-0.log", "keyturn-0-1.log", "keyturn-0-2.log"), names(folder));
        assertEquals(List.of(), FileReaders.besidesTheOwner(folder));
        for (String name : names(folder)) {
            assertTrue(Files.size(folder.resolve(name)) < LARGEST + 200, name);
            assertEquals(List.of(), FileReaders.besidesTheOwner(folder.resolve(name)));
        }
    }

    @Test
    void twoWindowsWriteToSeparateFiles() throws IOException {
        try (LogFile first = open(home); LogFile second = open(home)) {
            first.write(new LogLine.Page("start"));
            second.write(new LogLine.Page("done"));
        }
        assertTrue(Files.readString(home.resolve("keyturn-0-0.log")).endsWith("page start" + System.lineSeparator()));
        assertTrue(Files.readString(home.resolve("keyturn-1-0.log")).endsWith("page done" + System.lineSeparator()));
    }

    @Test
    void aLiveSecretIsRedacted() throws IOException {
        try (LogFile log = LogFile.in(home, CLOCK, line -> line.replace("start", "[hidden]"))) {
            log.write(new LogLine.Page("start"));
        }
        assertTrue(Files.readString(home.resolve("keyturn-0-0.log")).contains(" page [hidden]"));
    }

    @Test
    void anUnwritableLogStopsNothingAndReportsIt() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        try (LogFile log = open(file.resolve("log"))) {
            assertFalse(log.works());
            log.write(new LogLine.Page("start"));
            assertEquals(file.resolve("log"), log.folder());
        }
        assertEquals(List.of("file"), names(home));
    }

    @Test
    void anUnwrittenLogLeavesNoFile() throws IOException {
        Path folder = home.resolve("log");
        try (LogFile log = LogFile.unwritten(folder)) {
            log.write(new LogLine.Page("start"));
            assertFalse(log.works());
        }
        assertFalse(Files.exists(folder));
    }

    private static LogFile open(Path folder) {
        return LogFile.in(folder, CLOCK, line -> line);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
