package app.keyturn.pages.settings;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.settings.SettingsModel.Said;
import app.keyturn.pages.settings.SettingsModel.Tone;
import app.keyturn.settings.Setting;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.FxmlPage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** An aside page: <em>Settings</em>. The frame's <em>Back</em> leads away from it. */
public final class SettingsPage extends FxmlPage<SettingsModel> {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass DOUBT = PseudoClass.getPseudoClass("doubt");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Map<Setting, SettingRow> rows = new EnumMap<>(Setting.class);
    private final Button save = new Button();

    @FXML
    private VBox page;
    @FXML
    private Label practice;
    @FXML
    private VBox messagePlace;
    @FXML
    private Label message;
    @FXML
    private VBox fields;
    @FXML
    private FlowPane choices;
    @FXML
    private Label kept;

    /**
     * Builds the page.
     *
     * @param model what it knows
     * @param messages the words
     * @param practising true in the practice world, where a part of the settings is not used
     * @param log tells where the log is
     * @param licences leads to the licences
     */
    public SettingsPage(SettingsModel model, Messages messages, boolean practising, LogRow log,
            LicenceRow licences) {
        super("settings", model, messages);
        Visibility.set(practising, practice);
        Stream.of(Setting.values()).filter(model::offers).forEach(setting -> {
            SettingRow row = new SettingRow(setting, id(setting), model.text(setting), model.byDepartment(setting),
                    messages);
            rows.put(setting, row);
            (setting.choices().isEmpty() ? fields : choices).getChildren().add(row.view());
        });
        kept.textProperty().bind(messages.live("settings.kept", model.path()));
        page.getChildren().addAll(log.view(), licences.view());
        save.setId("settings-save");
        save.textProperty().bind(messages.live("settings.save"));
        save.setOnAction(_ -> model.save());
        model.said().subscribe(this::say);
    }

    @Override
    public Node mainButton() {
        return save;
    }

    private static String id(Setting setting) {
        return setting == Setting.ORGANISATION ? "settings-tenant" : "settings-" + setting.key();
    }

    /** A message about one field stands under it, and the field gets the focus; any other one stands at the top. */
    private void say(Optional<Said> said) {
        if (message.getParent() instanceof VBox place) {
            place.getChildren().remove(message);
        }
        Visibility.set(said.isPresent() && said.get().at().isEmpty(), messagePlace);
        said.ifPresent(it -> {
            message.textProperty().bind(messages.live(it.words()));
            message.pseudoClassStateChanged(GOOD, it.tone() == Tone.GOOD);
            message.pseudoClassStateChanged(DOUBT, it.tone() == Tone.DOUBT);
            message.pseudoClassStateChanged(BAD, it.tone() == Tone.BAD);
            it.at().map(rows::get).ifPresentOrElse(row -> row.show(message), () -> {
                messagePlace.getChildren().add(message);
                message.requestFocus();
            });
        });
    }
}
