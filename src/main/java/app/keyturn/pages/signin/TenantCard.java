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

/** Where the person may name another organisation to sign in to. */
final class TenantCard extends FxmlView {
    private final SignInModel model;
    /** True while the organisation is asked for. */
    private final BooleanProperty asking = new SimpleBooleanProperty();

    @FXML
    private TextField tenant;
    @FXML
    private Label tenantMessage;

    TenantCard(SignInModel model, Messages messages) {
        super(messages);
        this.model = model;
        model.course().state().subscribe(_ -> askIfNamed());
        model.tenant().subscribe(_ -> {
            if (!asking.get()) {
                askIfNamed();
            }
        });
        tenant.textProperty().bindBidirectional(model.tenant());
        tenantMessage.textProperty().bind(model.otherTenant().message());
        Visibility.when(model.otherTenant().message().isNotEmpty(), tenantMessage);
        Visibility.when(asking, view());
    }

    /** Asks, or takes the question back. */
    void toggle() {
        if (asking.get()) {
            asking.set(false);
            model.tenant().set("");
        } else {
            asking.set(true);
            tenant.requestFocus();
        }
    }

    /** An organisation that the settings name is shown before the sign-in. */
    private void askIfNamed() {
        asking.set(model.course().state().get() == State.SIGNED_OUT && !model.tenant().get().isEmpty());
    }

    @FXML
    private void signIn() {
        model.signIn();
    }
}
