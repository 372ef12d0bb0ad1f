package app.keyturn.pages.common;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.Tone;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** A message about the user's last action, and its tone. */
public final class Notice {
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.NONE);

    /** The message; empty if there is none. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tone> tone() {
        return tone.getReadOnlyProperty();
    }

    public void show(Tone tone, ObservableValue<String> text) {
        this.tone.set(tone);
        this.text.bind(text);
    }

    public void clear() {
        show(Tone.NONE, Messages.empty());
    }
}
