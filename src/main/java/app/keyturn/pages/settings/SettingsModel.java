package app.keyturn.pages.settings;

import app.keyturn.settings.Finding;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.settings.SettingsReading;
import app.keyturn.settings.StoredSettings;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.PageModel;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What stands in the fields of the settings, and what came of saving them. */
public final class SettingsModel extends PageModel {

    /** How a message is meant. */
    public enum Tone {
        GOOD, DOUBT, BAD
    }

    /**
     * What there is to say.
     *
     * @param tone how it is meant
     * @param text in words
     * @param at the field it is about; empty if it is about all of them
     */
    public record Said(Tone tone, String text, Optional<Setting> at) {}

    private final StoredSettings stored;
    private final Messages messages;
    private final FindingWords words;
    private final Consumer<Settings> inForce;
    private final StringProperty clientId = new SimpleStringProperty(this, "clientId", "");
    private final StringProperty organisation = new SimpleStringProperty(this, "organisation", "");
    private final ObjectProperty<Settings.Appearance> appearance;
    private final ReadOnlyObjectWrapper<Optional<Said>> said = new ReadOnlyObjectWrapper<>(this, "said",
            Optional.empty());

    /**
     * Makes the model.
     *
     * @param stored where the settings are
     * @param messages the words
     * @param inForce is told what has been put in force
     */
    public SettingsModel(StoredSettings stored, Messages messages, Consumer<Settings> inForce) {
        super("");
        this.stored = stored;
        this.messages = messages;
        this.words = new FindingWords(messages);
        this.inForce = inForce;
        appearance = new SimpleObjectProperty<>(this, "appearance", stored.inForce().appearance());
        fill(stored.inForce());
        // What was said is about what stood there then.
        clientId.subscribe(() -> said.set(Optional.empty()));
        organisation.subscribe(() -> said.set(Optional.empty()));
        appearance.subscribe(() -> said.set(Optional.empty()));
    }

    /** What was typed and not saved stays; what the file held and was not taken is said. */
    @Override
    public void shown() {
        said.set(stored.findings().isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(Tone.DOUBT,
                        words.inFile(stored.findings()) + "\n" + messages.text("settings.file.save"),
                        Optional.empty())));
    }

    /** The text of the field for the client ID. */
    public StringProperty clientId() {
        return clientId;
    }

    /** The text of the field for the usual organisation. */
    public StringProperty organisation() {
        return organisation;
    }

    /** The chosen appearance. */
    public ObjectProperty<Settings.Appearance> appearance() {
        return appearance;
    }

    /** Where the settings are kept, as people write it. */
    public String path() {
        return stored.path().toString();
    }

    /** What there is to say; empty if nothing. */
    public ReadOnlyObjectProperty<Optional<Said>> said() {
        return said.getReadOnlyProperty();
    }

    /** Puts what stands in the fields in force and keeps it, or says at the first bad field why not. */
    public void save() {
        SettingsReading entered = SettingsReading.of(Map.of(Setting.CLIENT_ID.key(), clientId.get(),
                Setting.ORGANISATION.key(), organisation.get(),
                Setting.APPEARANCE.key(), appearance.get().name().toLowerCase(Locale.ROOT)));
        entered.findings()
                .stream()
                .flatMap(finding -> finding instanceof Finding.BadValue bad
                        ? Stream.of(bad)
                        : Stream.empty())
                .findFirst()
                .ifPresentOrElse(
                        bad -> said.set(
                                Optional.of(new Said(Tone.BAD, words.atField(bad), Optional.of(bad.setting())))),
                        () -> keep(entered.settings()));
    }

    private void keep(Settings settings) {
        Said result;
        try {
            stored.put(settings);
            result = new Said(Tone.GOOD, messages.text("settings.saved"), Optional.empty());
        } catch (IOException notWritten) {
            result = new Said(Tone.BAD, messages.text("settings.not-saved", stored.path()), Optional.empty());
        }
        fill(settings);
        inForce.accept(settings);
        said.set(Optional.of(result));
    }

    private void fill(Settings settings) {
        clientId.set(settings.text(Setting.CLIENT_ID));
        organisation.set(settings.text(Setting.ORGANISATION));
        appearance.set(settings.appearance());
    }
}
