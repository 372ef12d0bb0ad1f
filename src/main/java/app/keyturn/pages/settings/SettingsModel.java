package app.keyturn.pages.settings;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.ParsedSettings;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.settings.SettingsIssue;
import app.keyturn.settings.StoredSettings;
import app.keyturn.wizard.PageModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
     * @param words in words, in the language of the moment
     * @param at the field it is about; empty if it is about all of them
     */
    public record Said(Tone tone, Supplier<String> words, Optional<Setting> at) {}

    private final StoredSettings stored;
    private final Set<Setting> offered;
    private final Messages messages;
    private final SettingsIssueText words;
    private final Consumer<Settings> inForce;
    private final Map<Setting, StringProperty> texts = new EnumMap<>(Setting.class);
    private final ReadOnlyObjectWrapper<Optional<Said>> said = new ReadOnlyObjectWrapper<>(this, "said",
            Optional.empty());

    /**
     * Makes the model.
     *
     * @param stored where the settings are
     * @param offered what this program can do something with; the rest is kept as it is
     * @param messages the words
     * @param inForce is told what has been put in force
     */
    public SettingsModel(StoredSettings stored, Set<Setting> offered, Messages messages, Consumer<Settings> inForce) {
        super(Messages.empty());
        this.stored = stored;
        this.offered = Set.copyOf(offered);
        this.messages = messages;
        this.words = new SettingsIssueText(messages);
        this.inForce = inForce;
        for (Setting setting : Setting.values()) {
            StringProperty text = new SimpleStringProperty(this, setting.key(), "");
            // What was said is about what stood there then.
            text.subscribe(() -> said.set(Optional.empty()));
            texts.put(setting, text);
        }
        fill();
    }

    /** What was typed and not saved stays; what the file held and was not taken is said. */
    @Override
    public void shown() {
        said.set(stored.hasIssues()
                ? Optional.of(new Said(Tone.DOUBT, this::findings, Optional.empty()))
                : Optional.empty());
    }

    private String findings() {
        List<String> found = new ArrayList<>();
        if (!stored.issues().isEmpty()) {
            found.add(words.inFile(stored.issues()) + " " + messages.text("settings.file.save"));
        }
        stored.managedPath()
                .filter(_ -> !stored.managedIssues().isEmpty())
                .ifPresent(file -> found.add(words.inDepartmentFile(file, stored.managedIssues()) + " "
                        + messages.text("settings.file.tell")));
        return String.join("\n", found);
    }

    /** True if there is something to set here. */
    public boolean offers(Setting setting) {
        return offered.contains(setting);
    }

    /** What stands in a setting's field, or is chosen there, as it would stand in the file. */
    public StringProperty text(Setting setting) {
        return Objects.requireNonNull(texts.get(setting));
    }

    /** Has a field show what is in force now: it was changed outside of this page. */
    public void refresh(Setting setting) {
        fill(setting, text(setting));
    }

    /** True if the IT department has set it, so that it cannot be changed here. */
    public boolean byDepartment(Setting setting) {
        return stored.managed().contains(setting);
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
        ParsedSettings entered = ParsedSettings.parse(texts.entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> entry.getKey().key(), entry -> entry.getValue().get())));
        entered.issues()
                .stream()
                .flatMap(finding -> finding instanceof SettingsIssue.BadValue bad
                        ? Stream.of(bad)
                        : Stream.empty())
                .findFirst()
                .ifPresentOrElse(
                        bad -> said.set(
                                Optional.of(new Said(Tone.BAD, () -> words.atField(bad), Optional.of(bad.setting())))),
                        () -> keep(entered.settings()));
    }

    private void keep(Settings settings) {
        Said result;
        try {
            stored.save(settings);
            result = new Said(Tone.GOOD, () -> messages.text("settings.saved"), Optional.empty());
        } catch (IOException notWritten) {
            result = new Said(Tone.BAD, () -> messages.text("settings.not-saved", stored.path()), Optional.empty());
        }
        fill();
        inForce.accept(stored.effective());
        said.set(Optional.of(result));
    }

    private void fill() {
        texts.forEach(this::fill);
    }

    private void fill(Setting setting, StringProperty text) {
        String value = stored.effective().text(setting);
        text.set(value.isEmpty() ? setting.choices().stream().findFirst().orElse("") : value);
    }
}
