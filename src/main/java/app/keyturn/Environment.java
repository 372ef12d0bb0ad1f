package app.keyturn;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.practice.server.PracticeSettings;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.SaveNotes;
import app.keyturn.renewal.Limits;
import app.keyturn.settings.StoredSettings;
import app.keyturn.update.UpdateCheck;
import java.time.Clock;
import java.util.Optional;

/**
 * What a window is given from outside: tests and the walkthrough give other things than a person's computer does.
 *
 * @param desktop browser, clipboard, files
 * @param messages the words
 * @param clock now, and the person's time zone
 * @param limits time limits
 * @param practice how practice worlds behave
 * @param version the program's version
 * @param settings what the person has set, and where it is kept
 * @param book the organisations renewed on this computer
 * @param unfinished the note of a save that was cut off
 * @param network looks in earnest whether Microsoft can be reached; empty where nothing may be sent unasked
 * @param news whether there is a newer version of the program; empty where that is not asked
 * @param rehearsed the note of a save that was cut off in practice; empty, but where that is what is tested
 * @param log notes what the program does
 */
public record Environment(Desktop desktop, Messages messages, Clock clock, Limits limits, PracticeSettings practice,
        String version, StoredSettings settings, ExpiryBook book, SaveNotes unfinished,
        Optional<NetworkCheckFactory> network, Optional<UpdateCheck> news, Optional<SaveNotes> rehearsed,
        ActivityLog log) {
    /** What a person's computer gives; nothing is sent before the person asks for it. */
    public static Environment real(Desktop desktop, StartupData startup) {
        return new Environment(desktop, startup.messages(), startup.clock(), Limits.STANDARD,
                PracticeSettings.forPeople(startup.messages()::locale), Keyturn.version(), startup.settings(),
                startup.book(),
                startup.unfinished(), Optional.empty(), Optional.empty(), Optional.empty(), startup.log());
    }

    /** The same, with a look at the network when a world in earnest begins. */
    Environment looking(NetworkCheckFactory look) {
        return new Environment(desktop, messages, clock, limits, practice, version, settings, book, unfinished,
                Optional.of(look), news, rehearsed, log);
    }

    /** The same, in which a newer version of the program may be told of. */
    Environment telling(Optional<UpdateCheck> newer) {
        return new Environment(desktop, messages, clock, limits, practice, version, settings, book, unfinished,
                network, newer, rehearsed, log);
    }
}
