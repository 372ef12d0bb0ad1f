package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** The quiet link to practice mode, and the choice of the scenario. */
final class PracticeMenu extends FxmlView {
    private final StartModel model;

    @FXML private Hyperlink practise;
    @FXML private MenuButton scenario;

    PracticeMenu(StartModel model, Messages messages) {
        super(messages);
        this.model = model;
        scenario.textProperty().bind(messages.live(() -> scenarioName(model.scenario().get()), model.scenario()));
        scenario.accessibleTextProperty()
                .bind(messages.live(() -> messages.text("start.scenario", scenario.getText()),
                        scenario.textProperty()));
        // Filled when shown: that saves time at start, and uses the current language.
        scenario.setOnShowing(_ -> scenario.getItems().setAll(groups()));
        practise.textProperty().bind(messages.live(model.practising() ? "start.practise.again" : "start.practise"));
        practise.accessibleTextProperty().bind(practise.textProperty());
    }

    private List<Menu> groups() {
        ToggleGroup one = new ToggleGroup();
        return ScenarioGroups.groups(model.scenarios()).stream().map(group -> {
            Menu menu = new Menu(messages.text("scenario.group." + group.name()));
            menu.getItems().setAll(group.ids().stream().map(id -> item(id, one)).toList());
            return menu;
        }).toList();
    }

    private RadioMenuItem item(String id, ToggleGroup one) {
        RadioMenuItem item = new RadioMenuItem(scenarioName(id));
        item.setId("story-" + id);
        item.setToggleGroup(one);
        item.setSelected(id.equals(model.scenario().get()));
        item.setOnAction(_ -> model.scenario().set(id));
        return item;
    }

    private String scenarioName(String id) {
        return messages.text("scenario." + id);
    }

    @FXML
    private void practise() {
        model.practise();
    }
}
