package app.keyturn.testkit;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.testfx.util.WaitForAsyncUtils;

/** Thunderbird without a display, with a profile of its own, in which a calendar file was opened. */
public final class Thunderbird implements AutoCloseable {
    private static final String NAME = "thunderbird";
    private static final String TOOLS = """
            const {cal} = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
            const main = Services.wm.getMostRecentWindow("mail:3pane");
            const until = async (find, what) => {
                for (const end = Date.now() + 40000; Date.now() < end;) {
                    const found = await find();
                    if (found) return found;
                    await new Promise(again => main.setTimeout(again, 50));
                }
                throw new Error("There is no " + what);
            };
            """;
    /** Presses the buttons of the page that opens with the file. Without an account it offers only a new calendar. */
    private static final String IMPORT = """
            cal.manager.getCalendars().forEach(calendar => calendar.setProperty("disabled", false));
            const tabs = () => main.document.getElementById("tabmail")?.tabInfo ?? [];
            const page = (await until(() => tabs().map(tab => tab.browser)
                .find(browser => browser?.currentURI?.spec.startsWith("about:import")), "page")).contentDocument;
            const button = id => until(() => {
                const found = page.getElementById(id);
                return found?.offsetParent && !found.disabled && found;
            }, id);
            await until(() => page.querySelector(".calendar-item-wrapper input"), "event");
            (await button("calendarNextButton")).click();
            await until(() => page.querySelector("input[name=targetCalendar]"), "calendar");
            (await button("calendarNextButton")).click();
            (await button("calendarStartImport")).click();
            return until(() => page.getElementById("tabPane-calendar").classList.contains("complete") ? "imported"
                : page.querySelector("notification-message") && "refused", "result");
            """;
    private static final String EVENTS = """
            const {ITEM_FILTER_ALL_ITEMS} = Ci.calICalendar;
            const all = [];
            for (const calendar of cal.manager.getCalendars()) {
                all.push(...await calendar.getItemsAsArray(ITEM_FILTER_ALL_ITEMS, 0, null, null));
            }
            const local = date => date.getInTimezone(cal.dtz.defaultTimezone).toString();
            return all.map(event => ({title: event.title, start: local(event.startDate),
                alarms: event.getAlarms().map(alarm => local(cal.alarms.calculateAlarmDate(event, alarm)))}));
            """;
    private static final String ALARM = """
            return until(() => [...Services.wm.getEnumerator("Calendar:AlarmWindow")]
                .map(window => window.document.querySelector(".alarm-title-label")?.value).find(title => title), "alarm");
            """;

    private final Process process;
    private final Marionette marionette;

    private Thunderbird(Process process, Marionette marionette) {
        this.process = process;
        this.marionette = marionette;
    }

    /** True if it is installed. */
    public static boolean isInstalled() {
        return Programs.onPath(NAME).isPresent();
    }

    /**
     * Opens a file as a double click does.
     *
     * @param home keeps the profile and its calendar for the next start
     * @param zone the user's
     */
    public static Thunderbird open(Path file, Path home, String zone)
            throws IOException, TimeoutException {
        Path profile = Files.createDirectories(home.resolve("profile"));
        Files.writeString(profile.resolve("user.js"), """
                        user_pref("marionette.port", 0);
                        user_pref("app.update.enabled", false);
                        user_pref("mail.provider.suppress_dialog_on_startup", true);
                        user_pref("mailnews.start_page.enabled", false);
                        user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
                        user_pref("mail.shell.checkDefaultClient", false);
                        user_pref("calendar.timezone.useSystemTimezone", false);
                        user_pref("calendar.timezone.local", "%s");
                        user_pref("calendar.alarms.playsound", false);
                        """.formatted(zone));
        Path port = profile.resolve("MarionetteActivePort");
        Files.deleteIfExists(port);
        ProcessBuilder starting = new ProcessBuilder(NAME, "--headless", "--no-remote", "--marionette",
                "--remote-allow-system-access", "--profile", profile.toString(), file.toString());
        starting.environment().put("HOME", home.toString());
        starting.environment().put("XDG_RUNTIME_DIR", home.toString());
        starting.environment().put("TZ", zone);
        starting.environment().remove("DISPLAY");
        Process process = starting.redirectErrorStream(true)
                .redirectOutput(home.resolve("thunderbird.txt").toFile())
                .start();
        boolean started = false;
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Files.exists(port) && Files.size(port) > 0);
            Marionette marionette = new Marionette(Integer.parseInt(Files.readString(port).strip()));
            started = true;
            return new Thunderbird(process, marionette);
        } finally {
            if (!started) {
                end(process);
            }
        }
    }

    /**
     * Imports the file into a new calendar, or into the one of an earlier import.
     *
     * @return false if Thunderbird shows an error
     */
    public boolean importFile() throws IOException {
        return marionette.run(TOOLS + IMPORT).getAsString().equals("imported");
    }

    /** The events of its calendars, earliest first. */
    public List<Event> events() throws IOException {
        return Stream.of(new Gson().fromJson(marionette.run(TOOLS + EVENTS), Event[].class))
                .sorted(Comparator.comparing(Event::start))
                .toList();
    }

    /** Waits for the window that shows alarms, and returns the title of the first. */
    public String awaitAlarm() throws IOException {
        return marionette.run(TOOLS + ALARM).getAsString();
    }

    /**
     * An event of its calendars.
     *
     * @param start in the user's zone
     * @param alarms when they ring, in the user's zone
     */
    public record Event(String title, String start, List<String> alarms) {}

    @Override
    public void close() throws IOException {
        marionette.close();
        end(process);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
