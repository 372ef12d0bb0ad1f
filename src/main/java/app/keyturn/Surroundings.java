package app.keyturn;

import app.keyturn.aftercare.ExpiryBook;
import app.keyturn.aftercare.UnfinishedSave;
import app.keyturn.practice.PracticeSettings;
import app.keyturn.renewal.Limits;
import app.keyturn.settings.StoredSettings;
import app.keyturn.wizard.Desktop;
import app.keyturn.wizard.Messages;
import java.time.Clock;
import java.time.ZoneId;
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
 * @param rehearsed the same in practice; empty, but where being cut off is what is tested
 */
record Surroundings(Desktop desktop, Messages messages, Clock clock, Limits limits, PracticeSettings practice,
        String version, StoredSettings settings, ExpiryBook book, UnfinishedSave unfinished,
        Optional<UnfinishedSave> rehearsed) {
    /** What a person's computer gives. */
    static Surroundings real(Desktop desktop, Messages messages, StoredSettings settings, ExpiryBook book,
            UnfinishedSave unfinished) {
        return new Surroundings(desktop, messages, Clock.system(ZoneId.systemDefault()), Limits.STANDARD,
                PracticeSettings.forPeople(messages.locale()), Keyturn.version(), settings, book, unfinished,
                Optional.empty());
    }
}
