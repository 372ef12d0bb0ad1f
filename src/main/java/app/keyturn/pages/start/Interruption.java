package app.keyturn.pages.start;

import app.keyturn.aftercare.SaveNote;
import app.keyturn.aftercare.UnfinishedSave;
import app.keyturn.aftercare.UnfinishedSave.Interrupted;
import app.keyturn.wizard.Messages;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** A save that was cut off, as the first page tells of it. */
public final class Interruption {
    private final Optional<UnfinishedSave> notes;
    private final Optional<Interrupted> found;
    private final Clock clock;
    private final Messages messages;
    private final ReadOnlyBooleanWrapper cutOff = new ReadOnlyBooleanWrapper(this, "cutOff");

    /**
     * Looks whether there was one.
     *
     * @param notes where it would be noted; empty if nowhere
     * @param clock the person's time zone
     * @param messages the words
     */
    public Interruption(Optional<UnfinishedSave> notes, Clock clock, Messages messages) {
        this.notes = notes;
        this.clock = clock;
        this.messages = messages;
        found = notes.flatMap(UnfinishedSave::interrupted);
        cutOff.set(found.isPresent());
    }

    /** True while there is one to tell of. */
    ReadOnlyBooleanProperty cutOff() {
        return cutOff.getReadOnlyProperty();
    }

    /** Which one; empty if it is not known. */
    Optional<SaveNote> note() {
        return found.flatMap(cut -> switch (cut) {
            case UnfinishedSave.Known(SaveNote note) -> Optional.of(note);
            case UnfinishedSave.Unreadable _ -> Optional.empty();
        });
    }

    /** What is known of it, in words. Nobody here knows whether the token was saved. */
    String words() {
        return note()
                .map(note -> messages.text("start.unfinished",
                        messages.day(LocalDate.ofInstant(note.at(), clock.getZone())), note.tenantName()))
                .orElseGet(() -> messages.text("start.unfinished.unreadable"));
    }

    /** Takes it out of the page and the folder; false if the folder keeps it. */
    boolean dismiss() {
        cutOff.set(false);
        try {
            if (notes.isPresent()) {
                notes.get().dismiss();
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
