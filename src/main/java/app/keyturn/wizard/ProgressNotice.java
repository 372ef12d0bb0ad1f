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

/** Why it takes long, in words. */
public final class ProgressNotice implements ThrottleListener {
    private final Messages messages;
    private final ZoneId zone;
    private final ObservableIntegerValue late;
    private final Consumer<Runnable> onWindow;
    private final ObjectProperty<@Nullable Instant> heldUp = new SimpleObjectProperty<>(this, "heldUp");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");

    /**
     * Makes it.
     *
     * @param messages the words
     * @param zone in which people read the time
     * @param late how many pieces of work take longer than expected
     * @param onWindow does something on the window's thread, soon
     */
    public ProgressNotice(Messages messages, ZoneId zone, ObservableIntegerValue late, Consumer<Runnable> onWindow) {
        this.messages = messages;
        this.zone = zone;
        this.late = late;
        this.onWindow = onWindow;
        text.bind(messages.live(this::say, heldUp, late));
    }

    /** What there is to say; empty while all goes as expected. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    @Override
    public void begins(Instant end) {
        onWindow.accept(() -> heldUp.set(end));
    }

    @Override
    public void ends() {
        onWindow.accept(() -> heldUp.set(null));
    }

    private String say() {
        Instant end = heldUp.get();
        if (end != null) {
            // Never before its time.
            ZonedDateTime at = end.atZone(zone).plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
            return messages.text("frame.busy", messages.timeWithSeconds(at.toLocalTime()));
        }
        return late.get() > 0 ? messages.text("frame.still-working") : "";
    }
}
