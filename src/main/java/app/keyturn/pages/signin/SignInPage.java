package app.keyturn.pages.signin;

import app.keyturn.pages.signin.SignInModel.State;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.TenantUrl;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.Shown;
import app.keyturn.wizard.SyncWords;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Page 3, <em>Sign in</em>: one of five boxes at a time, by how far the sign-in is. */
public final class SignInPage implements Page {
    private final SignInModel model;
    private final Messages messages;
    private final SyncWords sync;
    private final UsualSignIn usual;
    private final boolean practising;
    private final BrowserCard browser;
    private final TargetCard target;
    private final Parent view;

    @FXML
    private VBox page;
    @FXML
    private VBox signedOut;
    @FXML
    private Label approve;
    @FXML
    private VBox otherTenantBox;
    @FXML
    private TextField tenant;
    @FXML
    private VBox reading;
    @FXML
    private VBox choosing;
    @FXML
    private ComboBox<ProvisioningApp> appChoice;

    /**
     * Builds the page.
     *
     * @param model what it knows
     * @param usual where and through whose app people usually sign in
     * @param draft holds what was found
     * @param messages the words
     * @param sync words for the sync's state
     * @param practising true in the practice world, where another page opens in the browser
     */
    public SignInPage(SignInModel model, UsualSignIn usual, Draft draft, Messages messages, SyncWords sync,
            boolean practising) {
        this.model = model;
        this.messages = messages;
        this.sync = sync;
        this.usual = usual;
        this.practising = practising;
        this.browser = new BrowserCard(model, messages);
        this.target = new TargetCard(model, draft, messages, sync, this::askTenant);
        view = Fxml.load(this, messages);
    }

    @Override
    public String id() {
        return "sign-in";
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public PageModel model() {
        return model;
    }

    @FXML
    private void initialize() {
        page.getChildren().addAll(browser.view(), target.view());
        approve.textProperty().bind(usual.ownApp().map(this::approval));
        Shown.when(model.state().isEqualTo(State.SIGNED_OUT), signedOut);
        model.tenant().subscribe(named -> Shown.set(!named.isEmpty() || tenant.isFocused(), otherTenantBox));
        tenant.textProperty().bindBidirectional(model.tenant());
        Shown.when(model.state().isEqualTo(State.READING), reading);
        Shown.when(model.state().isEqualTo(State.CHOOSING), choosing);
        appChoice.setItems(model.apps());
        appChoice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ProvisioningApp app) {
                return app == null ? "" : describe(app);
            }

            @Override
            public @Nullable ProvisioningApp fromString(String text) {
                return null;
            }
        });
    }

    @FXML
    private void signIn() {
        model.signIn();
    }

    @FXML
    private void askTenant() {
        boolean open = signedOut.isVisible() && otherTenantBox.isVisible();
        if (model.state().get() != State.SIGNED_OUT) {
            model.cancel();
        }
        Shown.set(!open, otherTenantBox);
        if (!open) {
            tenant.requestFocus();
        }
    }

    @FXML
    private void choose() {
        ProvisioningApp chosen = appChoice.getValue();
        if (chosen != null && model.state().get() == State.CHOOSING) {
            model.choose(chosen);
        }
    }

    private String approval(boolean ownApp) {
        return messages.text(practising
                ? "signin.approve.practice"
                : ownApp ? "signin.approve.own" : "signin.approve");
    }

    private String describe(ProvisioningApp app) {
        String address = app.connection().baseAddress().map(TenantUrl::text).orElse("–");
        String state = app.job().map(sync::state).orElse(messages.text("sync.NOT_CONFIGURED"));
        return app.name() + " – " + address + " – " + state;
    }
}
