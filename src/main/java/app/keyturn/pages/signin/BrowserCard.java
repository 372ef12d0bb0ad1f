package app.keyturn.pages.signin;

import app.keyturn.pages.signin.SignInModel.State;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Shown;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** What is shown while the person is in the browser: the link, and help for errors that stay there. */
final class BrowserCard {
    private final SignInModel model;
    private final Parent view;

    @FXML
    private Label browserFailed;
    @FXML
    private TextField link;
    @FXML
    private TextField aadstsCode;
    @FXML
    private Label aadstsHelp;

    BrowserCard(SignInModel model, Messages messages) {
        this.model = model;
        view = Fxml.load(this, messages);
        Shown.when(model.state().isEqualTo(State.IN_BROWSER), view);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        Shown.when(model.browserFailed(), browserFailed);
        link.textProperty()
                .bind(Bindings.createStringBinding(model::linkText, model.link()));
        aadstsHelp.textProperty()
                .bind(Bindings.createStringBinding(() -> model.help(aadstsCode.getText()), aadstsCode.textProperty()));
        Shown.when(aadstsHelp.textProperty().map(text -> !text.isEmpty()), aadstsHelp);
        model.state().subscribe(state -> {
            if (state != State.IN_BROWSER) {
                aadstsCode.clear();
            }
        });
    }

    @FXML
    private void openAgain() {
        model.openAgain();
    }

    @FXML
    private void copyLink() {
        model.copyLink();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }
}
