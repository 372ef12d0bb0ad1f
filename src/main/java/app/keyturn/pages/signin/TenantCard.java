package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Where the user can enter another organisation to sign in to. */
final class TenantCard extends FxmlView {
    private final SignInModel model;
    private final BooleanProperty asking = new SimpleBooleanProperty();

    @FXML private TextField tenant;
    @FXML private Label tenantMessage;

    TenantCard(SignInModel model, Messages messages) {
        super(messages);
        this.model = model;
        model.signInState().state().subscribe(_ -> showIfNamed());
        model.tenant().subscribe(_ -> {
            if (!asking.get()) {
                showIfNamed();
            }
        });
        tenant.textProperty().bindBidirectional(model.tenant());
        tenantMessage.textProperty().bind(model.otherTenant().message());
        Visibility.when(model.otherTenant().message().isNotEmpty(), tenantMessage);
        Visibility.when(asking, view());
    }

    /** Shows or hides the field; hiding clears it. */
    void toggle() {
        if (asking.get()) {
            asking.set(false);
            model.tenant().set("");
        } else {
            asking.set(true);
            tenant.requestFocus();
        }
    }

    /** An organisation from the settings is shown before the sign-in. */
    private void showIfNamed() {
        asking.set(model.signInState().state().get() == State.SIGNED_OUT && !model.tenant().get().isEmpty());
    }

    @FXML
    private void signIn() {
        model.signIn();
    }
}
