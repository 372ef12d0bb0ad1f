package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.RetryWait;
import app.keyturn.renewal.Timer.RetryListener;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
import org.jspecify.annotations.Nullable;

/**
 * Says why work takes long and until when: Microsoft asks to wait, its service is unwell, it cannot be reached, or a
 * task just takes longer than expected.
 */
public final class ProgressNotice implements RetryListener {
    private final Messages messages;
    private final ZoneId zone;
    private final ObservableIntegerValue late;
    private final Consumer<Runnable> runLater;
    /** What each thread waits for, the latest last; used on the JavaFX thread only. */
    private final Map<Thread, RetryWait> waits = new LinkedHashMap<>();
    private final ObjectProperty<@Nullable RetryWait> latest = new SimpleObjectProperty<>(this, "latest");
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
        text.bind(messages.live(this::describe, latest, late));
    }

    /** Empty while everything goes as expected. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    @Override
    public void waiting(RetryWait wait) {
        Thread worker = Thread.currentThread();
        runLater.accept(() -> {
            waits.remove(worker);
            waits.put(worker, wait);
            showLatest();
        });
    }

    @Override
    public void over() {
        Thread worker = Thread.currentThread();
        runLater.accept(() -> {
            waits.remove(worker);
            showLatest();
        });
    }

    private void showLatest() {
        latest.set(waits.values().stream().reduce((_, later) -> later).orElse(null));
    }

    private String describe() {
        RetryWait wait = latest.get();
        if (wait == null) {
            return late.get() > 0 ? messages.text("frame.still-working") : "";
        }
        return switch (wait.reason()) {
            case BUSY -> messages.text("frame.busy", time(wait.next()));
            case SERVICE_UNWELL -> messages.text("frame.unwell", time(wait.end()));
            case UNREACHABLE -> messages.text("frame.unreachable", time(wait.end()));
        };
    }

    /** Rounded up, so that the time is never shown too early. */
    private String time(Instant moment) {
        ZonedDateTime at = moment.atZone(zone).plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        return messages.timeWithSeconds(at.toLocalTime());
    }
}
