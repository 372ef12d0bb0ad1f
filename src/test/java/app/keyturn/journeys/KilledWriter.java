package app.keyturn.journeys;

import app.keyturn.records.ExpiryBook;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.SaveNote;
import app.keyturn.records.SaveNotes;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import app.keyturn.settings.Settings;
import app.keyturn.settings.StoredSettings;
import app.keyturn.testkit.Renewals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A process that writes Keyturn's files again and again until it is killed. */
final class KilledWriter {
    private KilledWriter() {}

    /**
     * Writes, and prints the number of each round.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ExpiryBook book = ExpiryBook.open(folder);
        StoredSettings settings = StoredSettings.load(folder);
        SaveNotes unfinished = SaveNotes.in(folder);
        for (int round = 0;; round++) {
            Instant at = Instant.EPOCH.plusSeconds(round);
            RenewalRecord renewal = Renewals.of("Maple School", "token " + round, at);
            book.put(renewal);
            book.nextReminderSeries(renewal);
            settings.save(Settings.DEFAULTS);
            unfinished.write(new SaveNote(Portal.SCHOOL, "Maple School", "1111", "Apple", "aaaa", at, Step.SAVE));
            System.out.println(round);
        }
    }
}
