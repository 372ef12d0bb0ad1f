package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.records.SaveNote;
import app.keyturn.records.SaveNotes;
import app.keyturn.records.SaveNotes.Interrupted;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The saves that were interrupted, for the first page: one at a time, the latest first. */
public final class UnfinishedSaves {
    private final Optional<SaveNotes> notes;
    private final Queue<Interrupted> remaining;
    private final Clock clock;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<@Nullable Interrupted> visible = new ReadOnlyObjectWrapper<>(this, "visible");

    /**
     * Reads the notes.
     *
     * @param notes empty if nothing is recorded
     */
    public UnfinishedSaves(Optional<SaveNotes> notes, Clock clock, Messages messages) {
        this.notes = notes;
        this.clock = clock;
        this.messages = messages;
        remaining = new ArrayDeque<>(notes.map(SaveNotes::interrupted).orElse(List.of()));
        visible.set(remaining.poll());
    }

    /** The one to show; null if there is none left. */
    ReadOnlyObjectProperty<@Nullable Interrupted> visible() {
        return visible.getReadOnlyProperty();
    }

    /** Its note; empty if it cannot be read. */
    Optional<SaveNote> note() {
        return visible.get() instanceof SaveNotes.Known(SaveNote note) ? Optional.of(note) : Optional.empty();
    }

    /** Describes it. Whether the token was saved is not known. */
    String text() {
        String text = note()
                .map(note -> messages.text(note.ended() ? "start.unfinished.ended" : "start.unfinished",
                        messages.day(LocalDate.ofInstant(note.at(), clock.getZone())), note.tenantName()))
                .orElseGet(() -> messages.text("start.unfinished.unreadable"));
        return remaining.isEmpty() ? text : text + " " + messages.text("start.unfinished.more");
    }

    /** Removes it from the page and the folder, and shows the next; false if its file cannot be deleted. */
    boolean dismiss() {
        Interrupted dismissed = visible.get();
        visible.set(remaining.poll());
        try {
            if (notes.isPresent() && dismissed != null) {
                notes.get().dismiss(dismissed);
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
