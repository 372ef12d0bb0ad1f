package app.keyturn.pages.byhand;

import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.NumberedSteps;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.Shown;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** An aside page: <em>Finish by hand in Entra</em>. The frame's <em>Back</em> leads away from it. */
public final class ByHandPage implements Page {
    private static final int STEPS = 6;

    private final ByHandModel model;
    private final Messages messages;
    private final Parent view;

    @FXML
    private GridPane facts;
    @FXML
    private Label address;
    @FXML
    private Label token;
    @FXML
    private Button copyToken;
    @FXML
    private Button openPage;
    @FXML
    private Label message;
    @FXML
    private VBox steps;

    /**
     * Builds the page.
     *
     * @param model what it knows
     * @param messages the words
     */
    public ByHandPage(ByHandModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        view = Fxml.load(this, messages);
    }

    @Override
    public String id() {
        return "by-hand";
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public PageModel model() {
        return model;
    }

    @FXML
    private void initialize() {
        Shown.when(model.address().isNotEmpty(), facts);
        address.textProperty().bind(model.address());
        token.textProperty()
                .bind(model.tokenHeld()
                        .map(held -> messages.text(held ? "byhand.token.held" : "byhand.token.none")));
        Shown.when(model.tokenHeld(), copyToken);
        Shown.when(model.page().map(Optional::isPresent), openPage);
        message.textProperty().bind(model.message());
        Shown.when(model.message().isNotEmpty(), message);
        NumberedSteps.fill(steps,
                IntStream.rangeClosed(1, STEPS).mapToObj(number -> messages.text("byhand.step." + number)).toList());
    }

    @FXML
    private void copyAddress() {
        model.copyAddress();
    }

    @FXML
    private void copyToken() {
        model.copyToken();
    }

    @FXML
    private void openPage() {
        model.openPage();
    }
}
