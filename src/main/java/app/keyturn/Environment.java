package app.keyturn;

import app.keyturn.desktop.Desktop;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.SaveNotes;
import app.keyturn.renewal.ConnectivityCheck;
import app.keyturn.renewal.Limits;
import app.keyturn.settings.StoredSettings;
import app.keyturn.update.UpdateCheck;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that a window gets from outside. Tests and the walkthrough replace parts of it.
 *
 * @param desktop browser, clipboard and files
 * @param messages the texts
 * @param clock the time, and the user's time zone
 * @param limits time limits
 * @param practice how practice worlds behave
 * @param version the program's version
 * @param settings the settings and where they are stored
 * @param book the organisations renewed on this computer
 * @param saveNotes the notes of saves under way or cut off
 * @param connectivityCheck checks whether Microsoft can be reached; empty where nothing may be sent before a sign-in
 * @param updateCheck checks for a newer version of Keyturn; empty where no check is made
 * @param practiceSaveNotes the save notes of practice mode; only tests have any
 * @param log records what the program does
 */
public record Environment(Desktop desktop, Messages messages, Clock clock, Limits limits, PracticeSettings practice,
        String version, StoredSettings settings, ExpiryBook book, SaveNotes saveNotes,
        Optional<ConnectivityCheckFactory> connectivityCheck, Optional<UpdateCheck> updateCheck,
        Optional<SaveNotes> practiceSaveNotes, ActivityLog log) {
    /** Creates the check that a session outside practice mode begins with. */
    @FunctionalInterface
    public interface ConnectivityCheckFactory {
        /**
         * Creates the check.
         *
         * @param http the session's client, with its trust and its proxy
         * @param cloud read when the check runs
         * @param clock dates the result
         */
        ConnectivityCheck create(EntraHttp http, Supplier<Cloud> cloud, Clock clock);
    }

    /** The user's computer; sends nothing before the user asks for it. */
    public static Environment real(Desktop desktop, StartupData startup) {
        return new Environment(desktop, startup.messages(), startup.clock(), Limits.STANDARD,
                PracticeSettings.forPracticeMode(startup.messages()::locale), Keyturn.version(), startup.settings(),
                startup.book(), startup.saveNotes(), Optional.empty(), Optional.empty(), Optional.empty(),
                startup.log());
    }

    /** A copy that checks the network, and may check for a newer version, when a session begins. */
    Environment withStartupChecks(ConnectivityCheckFactory connectivity, Optional<UpdateCheck> update) {
        return new Environment(desktop, messages, clock, limits, practice, version, settings, book, saveNotes,
                Optional.of(connectivity), update, practiceSaveNotes, log);
    }
}
