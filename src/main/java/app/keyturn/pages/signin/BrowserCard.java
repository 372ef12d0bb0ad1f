package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.ui.Fxml;
import app.keyturn.ui.Visibility;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** What is shown while the person is in the browser: the link, and help for errors that stay there. */
final class BrowserCard {
    private final SignInModel model;
    private final AadstsHelp help;
    private final Messages messages;
    private final Parent view;

    @FXML
    private Label browserFailed;
    @FXML
    private TextField link;
    @FXML
    private TextField aadstsCode;
    @FXML
    private Label aadstsHelp;

    BrowserCard(SignInModel model, AadstsHelp help, Messages messages) {
        this.model = model;
        this.help = help;
        this.messages = messages;
        view = Fxml.load(this, messages);
        Visibility.when(model.course().state().isEqualTo(State.IN_BROWSER), view);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        Visibility.when(model.browser().failed(), browserFailed);
        link.textProperty().bind(model.browser().text());
        aadstsHelp.textProperty()
                .bind(messages.live(() -> help.on(aadstsCode.getText()), aadstsCode.textProperty()));
        Visibility.when(aadstsHelp.textProperty().map(text -> !text.isEmpty()), aadstsHelp);
        model.course().state().subscribe(state -> {
            if (state != State.IN_BROWSER) {
                aadstsCode.clear();
            }
        });
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
    private void cancel() {
        model.cancel();
    }
}
