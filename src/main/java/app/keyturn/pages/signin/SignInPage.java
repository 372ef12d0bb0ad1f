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
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Page 3, <em>Sign in</em>: one of five boxes at a time, by how far the sign-in is. */
public final class SignInPage implements Page {
    private final SignInModel model;
    private final Draft draft;
    private final Messages messages;
    private final SyncWords sync;
    private final UsualSignIn usual;
    private final boolean practising;
    private final BrowserCard browser;
    private final TargetCard target;
    /** True while the organisation is asked for. */
    private final BooleanProperty asking = new SimpleBooleanProperty();
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
    private Label tenantMessage;
    @FXML
    private VBox reading;
    @FXML
    private VBox choosing;
    @FXML
    private ComboBox<ProvisioningApp> appChoice;
    @FXML
    private Button useApp;

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
        this.draft = draft;
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
        Shown.when(asking, otherTenantBox);
        model.state().subscribe(state -> asking.set(state == State.SIGNED_OUT && !model.tenant().get().isEmpty()));
        model.tenant().subscribe(named -> {
            if (!named.isEmpty() && model.state().get() == State.SIGNED_OUT) {
                asking.set(true);
            }
        });
        tenant.textProperty().bindBidirectional(model.tenant());
        tenantMessage.textProperty().bind(model.tenantMessage());
        Shown.when(model.tenantMessage().isNotEmpty(), tenantMessage);
        Shown.when(model.state().isEqualTo(State.READING), reading);
        appChoice.setItems(model.apps());
        BooleanBinding several = Bindings.size(appChoice.getItems()).greaterThan(1);
        Shown.when(several.and(model.state().isNotEqualTo(State.READING)), choosing);
        useApp.disableProperty().bind(appChoice.valueProperty().isNull());
        draft.target().subscribe(known -> {
            if (known != null) {
                appChoice.setValue(known.app());
            }
        });
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
        if (asking.get()) {
            asking.set(false);
            model.tenant().set("");
        } else {
            asking.set(true);
            tenant.requestFocus();
        }
    }

    @FXML
    private void choose() {
        ProvisioningApp chosen = appChoice.getValue();
        if (chosen != null) {
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
