package app.keyturn.pages.settings;

import app.keyturn.settings.Settings.Appearance;
import app.keyturn.wizard.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The appearances by name, for a choice that is not typed into. */
final class AppearanceChoice extends StringConverter<Appearance> {
    private final Messages messages;

    private AppearanceChoice(Messages messages) {
        this.messages = messages;
    }

    static ComboBox<Appearance> of(ObjectProperty<Appearance> chosen, Messages messages) {
        ComboBox<Appearance> choice = new ComboBox<>(FXCollections.observableArrayList(Appearance.values()));
        choice.setConverter(new AppearanceChoice(messages));
        choice.valueProperty().bindBidirectional(chosen);
        return choice;
    }

    @Override
    public String toString(@Nullable Appearance appearance) {
        return appearance == null ? "" : messages.text("settings.appearance." + appearance);
    }

    @Override
    public Appearance fromString(String name) {
        throw new UnsupportedOperationException("An appearance is chosen, not typed");
    }
}
