package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Timer.ThrottleListener;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
import org.jspecify.annotations.Nullable;

/** Says why work takes long: Microsoft asks to wait, or a task takes longer than expected. */
public final class ProgressNotice implements ThrottleListener {
    private final Messages messages;
    private final ZoneId zone;
    private final ObservableIntegerValue late;
    private final Consumer<Runnable> runLater;
    private final ObjectProperty<@Nullable Instant> throttledUntil = new SimpleObjectProperty<>(this, "throttledUntil");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");

    /**
     * Listens to the tasks from now on.
     *
     * @param late the number of tasks that take longer than expected
     * @param runLater runs an action on the JavaFX thread
     */
    public ProgressNotice(Messages messages, ZoneId zone, ObservableIntegerValue late, Consumer<Runnable> runLater) {
        this.messages = messages;
        this.zone = zone;
        this.late = late;
        this.runLater = runLater;
        text.bind(messages.live(this::describe, throttledUntil, late));
    }

    /** Empty while everything goes as expected. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    @Override
    public void begins(Instant end) {
        runLater.accept(() -> throttledUntil.set(end));
    }

    @Override
    public void ends() {
        runLater.accept(() -> throttledUntil.set(null));
    }

    private String describe() {
        Instant end = throttledUntil.get();
        if (end != null) {
            // Rounded up, so that the time is never shown too early.
            ZonedDateTime at = end.atZone(zone).plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
            return messages.text("frame.busy", messages.timeWithSeconds(at.toLocalTime()));
        }
        return late.get() > 0 ? messages.text("frame.still-working") : "";
    }
}
