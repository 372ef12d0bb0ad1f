package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Shown while the user is in the browser: the link, and help with errors shown there. */
final class BrowserCard extends FxmlView {
    private final SignInModel model;
    private final SignInText text;
    private final Function<ProblemCode.Request, String> request;

    @FXML private Label browserFailed;
    @FXML private Label httpsTried;
    @FXML private Label mayAsk;
    @FXML private TextField link;
    @FXML private TextField aadstsCode;
    @FXML private Label aadstsHelp;
    @FXML private Hyperlink aadstsRequest;

    /**
     * Creates the card.
     *
     * @param request the text of a request to a colleague
     */
    BrowserCard(SignInModel model, SignInDefaults defaults, SignInText text, Messages messages,
            Function<ProblemCode.Request, String> request) {
        super(messages);
        this.model = model;
        this.text = text;
        this.request = request;
        Visibility.when(model.browser().failed(), browserFailed);
        Visibility.when(model.browser().https(), httpsTried);
        Visibility.when(model.browser().https().not(), mayAsk);
        link.textProperty().bind(model.browser().text());
        aadstsHelp.textProperty()
                .bind(messages.live(() -> text.errorHelp(aadstsCode.getText(), defaults.ownApp().get()),
                        aadstsCode.textProperty()));
        Visibility.when(aadstsHelp.textProperty().map(help -> !help.isEmpty()), aadstsHelp);
        Visibility.when(aadstsCode.textProperty().map(pasted -> text.errorRequest(pasted).isPresent()), aadstsRequest);
        model.signInState().state().subscribe(state -> {
            if (state != State.IN_BROWSER) {
                aadstsCode.clear();
            }
        });
        Visibility.when(model.signInState().state().isEqualTo(State.IN_BROWSER), view());
    }

    @FXML
    private void openAgain() {
        model.browser().open();
    }

    @FXML
    private void copyLink() {
        model.browser().copy();
    }

    @FXML
    private void copyRequest() {
        text.errorRequest(aadstsCode.getText()).map(request).ifPresent(model::copyRequest);
    }

    @FXML
    private void cancel() {
        model.cancel();
    }
}
