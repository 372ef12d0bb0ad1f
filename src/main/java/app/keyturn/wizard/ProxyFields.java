package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import javafx.fxml.FXML;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The fields for the proxy's user name and password, shown with the problem that the proxy requires them. */
public final class ProxyFields extends FxmlView {
    private final Runnable retry;

    @FXML private TextField user;
    @FXML private PasswordField password;

    /**
     * Creates hidden fields.
     *
     * @param entry gets the user name and password
     * @param retry runs when Enter is pressed in the password field
     */
    public ProxyFields(ProxyEntry entry, Messages messages, Runnable retry) {
        super(messages);
        this.retry = retry;
        user.textProperty().bindBidirectional(entry.user());
        password.textProperty().bindBidirectional(entry.password());
        show(null);
    }

    /** Shows the fields if the problem is about the proxy's password, and hides them otherwise. */
    public void show(@Nullable Problem problem) {
        Visibility.set(problem != null && problem.code() == ProblemCode.NET_PROXY_PASSWORD, view());
    }

    @FXML
    private void tryAgain() {
        retry.run();
    }
}
