package app.keyturn.records;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A program that writes a save note and then waits to be killed. */
final class SavingProcess {
    static final SaveNote NOTE = new SaveNote(Portal.SCHOOL, "Maple School", "1111", "Accounts to Apple", "aaaa",
            Instant.parse("2026-11-22T10:00:00Z"), Step.SAVE);
    static final String WRITTEN = "written";

    private SavingProcess() {}

    /** The argument is the folder. */
    public static void main(String[] arguments) throws IOException {
        SaveNotes.in(Path.of(arguments[0])).write(NOTE);
        System.out.println(WRITTEN);
        System.in.read(); // killed here, or ends with the process that started it
    }
}
