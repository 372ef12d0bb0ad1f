package app.keyturn.pages.signin;

import app.keyturn.renewal.Action;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Shown;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/** Where the network's user name and password are typed, while its proxy asks for them. */
final class ProxyCard {
    private final SignInModel model;
    private final Parent view;

    @FXML
    private TextField user;
    @FXML
    private PasswordField password;

    ProxyCard(SignInModel model, Messages messages) {
        this.model = model;
        view = Fxml.load(this, messages);
        Shown.when(model.course().proxyAsks(), view);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        user.textProperty().bindBidirectional(model.proxy().user());
        password.textProperty().bindBidirectional(model.proxy().password());
    }

    @FXML
    private void tryAgain() {
        model.carryOut(Action.TRY_AGAIN);
    }
}
