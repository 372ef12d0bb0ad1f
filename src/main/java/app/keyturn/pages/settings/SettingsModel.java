package app.keyturn.pages.settings;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.ParsedSettings;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.settings.SettingsIssue;
import app.keyturn.settings.StoredSettings;
import app.keyturn.ui.Tone;
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

/** The fields of the settings, and the result of saving them. */
public final class SettingsModel extends PageModel {

    /**
     * A message about the settings, or about one of them.
     *
     * @param text in the current language
     * @param setting the setting it is about; empty if it is about all
     */
    public record Message(Tone tone, Supplier<String> text, Optional<Setting> setting) {}

    private final StoredSettings stored;
    private final Set<Setting> offered;
    private final Messages messages;
    private final SettingsIssueText text;
    private final Consumer<Settings> onChange;
    private final Map<Setting, StringProperty> texts = new EnumMap<>(Setting.class);
    private final ReadOnlyObjectWrapper<Optional<Message>> message = new ReadOnlyObjectWrapper<>(this, "message",
            Optional.empty());

    /**
     * Creates the model.
     *
     * @param offered the settings that have an effect in this program; others are kept as they are
     * @param onChange called with the settings in force after each save
     */
    public SettingsModel(StoredSettings stored, Set<Setting> offered, Messages messages, Consumer<Settings> onChange) {
        super(Messages.empty());
        this.stored = stored;
        this.offered = Set.copyOf(offered);
        this.messages = messages;
        this.text = new SettingsIssueText(messages);
        this.onChange = onChange;
        for (Setting setting : Setting.values()) {
            StringProperty text = new SimpleStringProperty(this, setting.key(), "");
            // A message is about the previous content.
            text.subscribe(() -> message.set(Optional.empty()));
            texts.put(setting, text);
        }
        fill();
    }

    /** Unsaved input stays; what was not accepted from the file is reported. */
    @Override
    public void onShown() {
        message.set(stored.hasIssues()
                ? Optional.of(new Message(Tone.DOUBT, this::findings, Optional.empty()))
                : Optional.empty());
    }

    private String findings() {
        List<String> found = new ArrayList<>();
        if (!stored.issues().isEmpty()) {
            found.add(String.join(" ", text.inFile(stored.issues()), text.howToMend(stored.issues())).strip());
        }
        stored.managedPath()
                .filter(_ -> !stored.managedIssues().isEmpty())
                .ifPresent(file -> found.add(text.inDepartmentFile(file, stored.managedIssues()) + " "
                        + messages.text("settings.file.tell")));
        stored.unusableProxy().map(text::ofProxy).ifPresent(found::add);
        return String.join("\n", found);
    }

    /** True if the setting is offered here. */
    public boolean offers(Setting setting) {
        return offered.contains(setting);
    }

    /** The content of a setting's field, as it would be in the file. */
    public StringProperty text(Setting setting) {
        return Objects.requireNonNull(texts.get(setting));
    }

    /** Shows the value now in force, after it was changed outside this page. */
    public void refresh(Setting setting) {
        fill(setting, text(setting));
    }

    /** True if the IT department has set it, so that it cannot be changed here. */
    public boolean isManaged(Setting setting) {
        return stored.managed().contains(setting);
    }

    /** The path of the settings file. */
    public String path() {
        return stored.path().toString();
    }

    /** The message to show; empty if there is none. */
    public ReadOnlyObjectProperty<Optional<Message>> message() {
        return message.getReadOnlyProperty();
    }

    /** Applies and stores the content of the fields, or reports the first field that is wrong. */
    public void save() {
        ParsedSettings entered = ParsedSettings.parse(texts.entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> entry.getKey().key(), entry -> entry.getValue().get())));
        entered.issues()
                .stream()
                .flatMap(issue -> issue instanceof SettingsIssue.BadValue bad
                        ? Stream.of(bad)
                        : Stream.empty())
                .findFirst()
                .ifPresentOrElse(
                        bad -> message.set(
                                Optional.of(
                                        new Message(Tone.BAD, () -> text.atField(bad), Optional.of(bad.setting())))),
                        () -> apply(entered.settings()));
    }

    private void apply(Settings settings) {
        Message result;
        try {
            result = switch (stored.save(settings)) {
                case WRITTEN -> new Message(Tone.GOOD, () -> messages.text("settings.saved"), Optional.empty());
                case DAMAGED_FILE_SET_ASIDE -> new Message(Tone.DOUBT,
                        () -> messages.text("settings.saved") + " " + text.inFile(stored.issues()), Optional.empty());
            };
        } catch (IOException notWritten) {
            result = new Message(Tone.BAD, () -> messages.text("settings.not-saved", stored.path()), Optional.empty());
        }
        fill();
        onChange.accept(stored.effective());
        message.set(Optional.of(result));
    }

    private void fill() {
        texts.forEach(this::fill);
    }

    private void fill(Setting setting, StringProperty text) {
        String value = stored.effective().text(setting);
        text.set(value.isEmpty() ? setting.choices().stream().findFirst().orElse("") : value);
    }
}
