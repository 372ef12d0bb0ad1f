package app.keyturn.pages.start;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.update.NewerVersion;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.Tasks;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a newer version of the program. Nothing waits for it, and it says nothing unless there is one and
 * the user wants to know.
 */
public final class NewerVersionModel {
    private final Optional<NewerVersion> version;
    private final BooleanSupplier wanted;
    private final Tasks tasks;
    private final Desktop desktop;
    private final Frame frame;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<@Nullable String> visible = new ReadOnlyObjectWrapper<>(this, "visible");
    private Tasks.@Nullable Running running;
    private boolean checking;

    /**
     * Checks nothing yet.
     *
     * @param version empty where no check is made
     * @param wanted false if the check is switched off; read each time
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

    /** The newer version's number; null if there is nothing to show. */
    ReadOnlyObjectProperty<@Nullable String> visible() {
        return visible.getReadOnlyProperty();
    }

    /** Called when the page comes to the front. */
    void onShown() {
        if (version.isPresent() && wanted.getAsBoolean() && visible.get() == null && !checking) {
            checking = true;
            running = tasks.startLongRunning(version.get().query()::await, this::found, _ -> found(Optional.empty()));
        }
    }

    /** The check may have been switched on or off. */
    public void settingsChanged() {
        if (wanted.getAsBoolean()) {
            onShown();
            return;
        }
        Tasks.Running old = running;
        if (old != null) {
            old.cancel();
        }
        found(Optional.empty());
    }

    /** Opens the page about the newer version. */
    void open() {
        version.map(NewerVersion::page).filter(page -> !desktop.open(page)).ifPresent(page -> {
            desktop.copy(page.toString());
            frame.announce(messages.live("start.newer.no-browser"));
        });
    }

    private void found(Optional<String> newer) {
        checking = false;
        visible.set(newer.orElse(null));
    }
}
