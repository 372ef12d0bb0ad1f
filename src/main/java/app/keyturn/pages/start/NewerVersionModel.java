package app.keyturn.pages.start;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.Tasks;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a newer version of the program. Nothing waits for it, and it says nothing unless there is one and the
 * person wants to know.
 */
public final class NewerVersionModel {
    private final Optional<NewerVersion> version;
    private final BooleanSupplier wanted;
    private final Tasks tasks;
    private final Desktop desktop;
    private final Frame frame;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<@Nullable String> told = new ReadOnlyObjectWrapper<>(this, "told");
    private Tasks.@Nullable Running under;
    private boolean asking;

    /**
     * Makes the model; nothing is asked yet.
     *
     * @param version finds it out; empty where nothing is asked
     * @param wanted false if that is switched off; asked anew each time
     * @param tasks runs it
     * @param desktop opens the page about it
     * @param frame says where that page is if it could not be opened
     * @param messages the words
     */
    public NewerVersionModel(Optional<NewerVersion> version, BooleanSupplier wanted, Tasks tasks, Desktop desktop,
            Frame frame,
            Messages messages) {
        this.version = version;
        this.wanted = wanted;
        this.tasks = tasks;
        this.desktop = desktop;
        this.frame = frame;
        this.messages = messages;
    }

    /** The newer version's numbers; null while there is nothing to tell. */
    ReadOnlyObjectProperty<@Nullable String> visible() {
        return told.getReadOnlyProperty();
    }

    /** The page has come to the front. */
    void shown() {
        if (version.isPresent() && wanted.getAsBoolean() && told.get() == null && !asking) {
            asking = true;
            under = tasks.startLong(version.get().question(), this::found, _ -> found(Optional.empty()));
        }
    }

    /** It has perhaps been switched on or off. */
    public void settingsChanged() {
        if (wanted.getAsBoolean()) {
            shown();
            return;
        }
        Tasks.Running old = under;
        if (old != null) {
            old.cancel();
        }
        found(Optional.empty());
    }

    /** Leads to the page about it. */
    void open() {
        version.map(NewerVersion::page).filter(page -> !desktop.open(page)).ifPresent(page -> {
            desktop.copy(page.toString());
            frame.announce(messages.live("start.newer.no-browser"));
        });
    }

    private void found(Optional<String> newer) {
        asking = false;
        told.set(newer.orElse(null));
    }
}
