package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Shown before the sign-in: what will happen, which roles and permissions are needed, and which settings apply. */
final class BeforeSignInCard extends FxmlView {
    private final SignInModel model;
    private final boolean practising;

    @FXML private Label browser;
    @FXML private Label approve;
    @FXML private Label permissions;
    @FXML private Label set;

    BeforeSignInCard(SignInModel model, SignInDefaults defaults, Messages messages, boolean practising) {
        super(messages);
        this.model = model;
        this.practising = practising;
        browser.textProperty()
                .bind(messages.live(practising ? "signin.before.browser.practice" : "signin.before.browser"));
        approve.textProperty().bind(messages.live(() -> approval(defaults.ownApp().get()), defaults.ownApp()));
        permissions.textProperty()
                .bind(messages.live(
                        () -> messages.text(defaults.ownApp().get() ? "signin.permissions.own" : "signin.permissions"),
                        defaults.ownApp()));
        Visibility.set(!practising, permissions);
        ManagedSettingsText settingsText = new ManagedSettingsText(messages);
        set.textProperty()
                .bind(messages.live(() -> settingsText.of(defaults.applied().get(), defaults.tenant().get()),
                        defaults.applied(),
                        defaults.tenant()));
        Visibility.when(set.textProperty().isNotEmpty(), set);
        Visibility.when(model.signInState().state().isEqualTo(State.SIGNED_OUT), view());
    }

    private String approval(boolean ownApp) {
        return messages.text(practising
                ? "signin.approve.practice"
                : ownApp ? "signin.approve.own" : "signin.approve");
    }

    @FXML
    private void signIn() {
        model.signIn();
    }
}
