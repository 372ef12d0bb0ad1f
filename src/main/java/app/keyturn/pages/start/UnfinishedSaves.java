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

/** The saves that were cut off, as the first page tells of them: one after the other, the latest first. */
public final class UnfinishedSaves {
    private final Optional<SaveNotes> notes;
    private final Queue<Interrupted> later;
    private final Clock clock;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<@Nullable Interrupted> told = new ReadOnlyObjectWrapper<>(this, "told");

    /**
     * Looks whether there were any.
     *
     * @param notes where they would be noted; empty if nowhere
     * @param clock the person's time zone
     * @param messages the words
     */
    public UnfinishedSaves(Optional<SaveNotes> notes, Clock clock, Messages messages) {
        this.notes = notes;
        this.clock = clock;
        this.messages = messages;
        later = new ArrayDeque<>(notes.map(SaveNotes::interrupted).orElse(List.of()));
        told.set(later.poll());
    }

    /** The one to tell of; null if there is none, or none any more. */
    ReadOnlyObjectProperty<@Nullable Interrupted> visible() {
        return told.getReadOnlyProperty();
    }

    /** Which one; empty if it is not known. */
    Optional<SaveNote> note() {
        return told.get() instanceof SaveNotes.Known(SaveNote note) ? Optional.of(note) : Optional.empty();
    }

    /** What is known of it, in words. Nobody here knows whether the token was saved. */
    String words() {
        String words = note()
                .map(note -> messages.text(note.ended() ? "start.unfinished.ended" : "start.unfinished",
                        messages.day(LocalDate.ofInstant(note.at(), clock.getZone())), note.tenantName()))
                .orElseGet(() -> messages.text("start.unfinished.unreadable"));
        return later.isEmpty() ? words : words + " " + messages.text("start.unfinished.more");
    }

    /** Takes it out of the page and the folder, and tells of the next; false if the folder keeps it. */
    boolean dismiss() {
        Interrupted dismissed = told.get();
        told.set(later.poll());
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
