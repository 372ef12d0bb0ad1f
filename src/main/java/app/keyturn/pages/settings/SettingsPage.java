package app.keyturn.pages.settings;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.FxmlPage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A side page, <em>Settings</em>. */
public final class SettingsPage extends FxmlPage<SettingsModel> {

    private final Map<Setting, SettingRow> rows = new EnumMap<>(Setting.class);
    private final Button save = new Button();

    @FXML private VBox page;
    @FXML private Label practice;
    @FXML private VBox messagePlace;
    @FXML private Label message;
    @FXML private VBox fields;
    @FXML private FlowPane choices;
    @FXML private Label kept;

    /**
     * Creates the page.
     *
     * @param practising true in practice mode, where some settings have no effect
     */
    public SettingsPage(SettingsModel model, Messages messages, boolean practising, LogRow log,
            LicenceRow licences) {
        super("settings", model, messages);
        Visibility.set(practising, practice);
        Stream.of(Setting.values()).filter(model::offers).forEach(setting -> {
            SettingRow row = new SettingRow(setting, id(setting), model.text(setting), model.isManaged(setting),
                    messages);
            rows.put(setting, row);
            (setting.choices().isEmpty() ? fields : choices).getChildren().add(row.view());
        });
        kept.textProperty().bind(messages.live("settings.kept", model.path()));
        page.getChildren().addAll(log.view(), licences.view());
        save.setId("settings-save");
        save.textProperty().bind(messages.live("settings.save"));
        save.setOnAction(_ -> model.save());
        model.message().subscribe(this::show);
    }

    @Override
    public Node mainButton() {
        return save;
    }

    private static String id(Setting setting) {
        return setting == Setting.ORGANISATION ? "settings-tenant" : "settings-" + setting.key();
    }

    /** A message about one field is shown below it, and the field is focused; any other is shown at the top. */
    private void show(Optional<SettingsModel.Message> found) {
        if (message.getParent() instanceof VBox parent) {
            parent.getChildren().remove(message);
        }
        Visibility.set(found.isPresent() && found.get().setting().isEmpty(), messagePlace);
        found.ifPresent(it -> {
            message.textProperty().bind(messages.live(it.text()));
            it.tone().style(message);
            it.setting().map(rows::get).ifPresentOrElse(row -> row.show(message), () -> {
                messagePlace.getChildren().add(message);
                message.requestFocus();
            });
        });
    }
}
