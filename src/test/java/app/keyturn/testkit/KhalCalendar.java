package app.keyturn.testkit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A calendar of khal, a calendar program for the terminal: a folder with a file for each event. */
public final class KhalCalendar {

    private final CommandLine commandLine;
    private final Path settings;
    private final Path events;

    /**
     * An empty calendar.
     *
     * @param home an empty folder, for all of its files
     * @param zone the user's
     */
    public KhalCalendar(Path home, String zone) throws IOException {
        events = Files.createDirectories(home.resolve("events"));
        settings = Files.writeString(home.resolve("khal.conf"), """
                        [calendars]
                        [[mine]]
                        path = %s
                        [locale]
                        local_timezone = %s
                        default_timezone = %s
                        timeformat = %%H:%%M
                        dateformat = %%Y-%%m-%%d
                        longdateformat = %%Y-%%m-%%d
                        datetimeformat = %%Y-%%m-%%d %%H:%%M
                        longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                        """.formatted(events, zone, zone));
        commandLine = new CommandLine(home, Map.of("TZ", zone));
    }

    /** True if khal is installed. */
    public static boolean isInstalled() {
        return Programs.onPath("khal").isPresent();
    }

    public void importFile(Path file) throws IOException, InterruptedException {
        commandLine.run("khal", "-c", settings.toString(), "import", "--batch", "-a", "mine", file.toString());
    }

    /** Start in the user's zone, and title, of the events of two years. */
    public List<String> list(String firstDay) throws IOException, InterruptedException {
        return commandLine.run("khal", "-c", settings.toString(), "list", "--day-format", "", "--format",
                "{start-long} {title}", firstDay, "730d").stream().filter(line -> !line.isBlank()).toList();
    }

    /** On which day after an event's start each alarm rings, as in the files of the events. */
    public List<Long> alarmDays() throws IOException {
        List<Long> days = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(events)) {
            for (Path file : files) {
                Files.readAllLines(file)
                        .stream()
                        .filter(line -> line.startsWith("TRIGGER:"))
                        .map(line -> Duration.parse(line.substring("TRIGGER:".length())).toDays())
                        .forEach(days::add);
            }
        }
        return days.stream().sorted().toList();
    }

    /** Where the events are. */
    public Path events() {
        return events;
    }
}
