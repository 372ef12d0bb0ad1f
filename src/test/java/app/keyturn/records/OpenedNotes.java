package app.keyturn.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The save notes of several windows of this process. Closing them ends what they hold, as the end of a program does. */
final class OpenedNotes implements AutoCloseable {
    private final List<SaveNotes> opened = new ArrayList<>();

    /** Opens another window's notes. */
    SaveNotes in(Path folder) {
        SaveNotes notes = SaveNotes.in(folder);
        opened.add(notes);
        return notes;
    }

    @Override
    public void close() throws IOException {
        for (SaveNotes notes : opened) {
            notes.close();
        }
    }
}
