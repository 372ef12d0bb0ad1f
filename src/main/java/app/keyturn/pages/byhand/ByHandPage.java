package app.keyturn.pages.byhand;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.DocumentExportModel;
import app.keyturn.pages.common.EntraPage;
import app.keyturn.ui.NumberedSteps;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.FxmlPage;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A side page, <em>Finish by hand in Entra</em>. */
public final class ByHandPage extends FxmlPage<ByHandModel> {
    private final Runnable getToken;
    private final Button finish = new Button();

    @FXML private VBox page;
    @FXML private Label lead;
    @FXML private VBox facts;
    @FXML private Label address;
    @FXML private Label token;
    @FXML private Button copyToken;
    @FXML private Hyperlink howToGet;
    @FXML private Button openPage;
    @FXML private Label message;
    @FXML private VBox steps;
    @FXML private Label neverSetUp;

    /**
     * Creates the page.
     *
     * @param getToken leads to the page where the token is created
     */
    public ByHandPage(ByHandModel model, ManualCompletion completion, DocumentExportModel export, Messages messages,
            Runnable getToken) {
        super("by-hand", model, messages);
        this.getToken = getToken;
        finish.setId("by-hand-finish");
        finish.textProperty().bind(messages.live("byhand.finish"));
        finish.setOnAction(_ -> model.finish());
        Visibility.when(completion.done().and(model.saved().not()), finish);
        lead.textProperty()
                .bind(messages.live(() -> messages.text(model.saved().get() ? "byhand.sync.lead" : "byhand.lead"),
                        model.saved()));
        Visibility.when(model.saved().not().and(model.address().isNotEmpty()), facts);
        Visibility.when(model.saved().not(), neverSetUp);
        address.textProperty().bind(model.address());
        token.textProperty()
                .bind(messages.live(
                        () -> messages.text(model.tokenHeld().get() ? "byhand.token.held" : "byhand.token.none"),
                        model.tokenHeld()));
        Visibility.when(model.tokenHeld(), copyToken);
        Visibility.when(model.tokenHeld().not(), howToGet);
        Visibility.when(model.page().map(Optional::isPresent), openPage);
        openPage.textProperty()
                .bind(messages.live(
                        () -> messages.text(model.page().get().filter(EntraPage::ofTheApp).isPresent()
                                ? "byhand.open"
                                : "byhand.open.list"),
                        model.page()));
        message.textProperty().bind(model.message());
        Visibility.when(model.message().isNotEmpty(), message);
        model.steps().subscribe(list -> NumberedSteps.fill(steps, list));
        ManualCompletionCard card = new ManualCompletionCard(completion, export, messages);
        page.getChildren().add(card.view());
        Visibility.when(model.saved().not().and(model.address().isNotEmpty()), card.view());
    }

    @Override
    public Node mainButton() {
        return finish;
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

    @FXML
    private void getToken() {
        getToken.run();
    }
}
