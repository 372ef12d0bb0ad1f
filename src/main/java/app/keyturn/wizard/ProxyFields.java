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

/** Where the network's user name and password are typed, beside the problem that its proxy asks for them. */
public final class ProxyFields extends FxmlView {
    private final Runnable retry;

    @FXML private TextField user;
    @FXML private PasswordField password;

    /**
     * Builds them, not shown yet.
     *
     * @param entry takes what is typed
     * @param messages the words
     * @param retry tries again, when Enter is pressed in the password's field
     */
    public ProxyFields(ProxyEntry entry, Messages messages, Runnable retry) {
        super(messages);
        this.retry = retry;
        user.textProperty().bindBidirectional(entry.user());
        password.textProperty().bindBidirectional(entry.password());
        show(null);
    }

    /** Shows them if that is what this problem is about; null hides them. */
    public void show(@Nullable Problem problem) {
        Visibility.set(problem != null && problem.code() == ProblemCode.NET_PROXY_PASSWORD, view());
    }

    @FXML
    private void tryAgain() {
        retry.run();
    }
}
