package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.DocumentExportModel;
import app.keyturn.pages.common.NotificationEmailCard;
import app.keyturn.pages.common.SyncText;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.ui.Visibility;
import app.keyturn.ui.WrappingRow;
import app.keyturn.wizard.FxmlPage;
import app.keyturn.wizard.RenewalState;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Page 3, <em>Sign in</em>: the cards for the state of the sign-in, and links to another account or app. */
public final class SignInPage extends FxmlPage<SignInModel> {
    private final TenantCard tenant;
    private final SearchCard search;

    @FXML private Label heading;
    @FXML private Label lead;
    @FXML private VBox cards;
    @FXML private VBox reading;
    @FXML private Label doing;
    @FXML private VBox stopped;
    @FXML private VBox permissionMissing;
    @FXML private WrappingRow links;
    @FXML private Hyperlink switchAccount;
    @FXML private Hyperlink anotherApp;

    /**
     * Shown only when the user checks Microsoft's side first.
     *
     * @param export the receipt and the reminder of the previous renewal
     * @param mail who is notified when the sync stops
     */
    public record CheckExtras(PreviousRenewal previous, DocumentExportModel export, NotificationEmailCard mail) {}

    /**
     * Creates the page.
     *
     * @param request the text of a request to a colleague
     * @param practising true in practice mode, where a stand-in page opens in the browser
     */
    public SignInPage(SignInModel model, SignInDefaults defaults, RenewalState renewalState, Messages messages,
            SyncText syncText, Function<ProblemCode.Request, String> request, boolean practising, CheckExtras extras) {
        super("sign-in", model, messages);
        tenant = new TenantCard(model, messages);
        SignInText text = new SignInText(messages, syncText);
        search = new SearchCard(model, renewalState, messages, text);
        SignInState signInState = model.signInState();
        doing.textProperty().bind(signInState.doing());
        Visibility.when(signInState.state().isEqualTo(State.READING), reading);
        Visibility.when(signInState.state().isEqualTo(State.STOPPED), stopped);
        Visibility.when(signInState.permissionMissing(), permissionMissing);
        Visibility.when(signInState.state().map(state -> state != State.IN_BROWSER && state != State.READING), links);
        Visibility.when(renewalState.signedIn().isNotNull(), switchAccount);
        Visibility.when(renewalState.signedIn().isNotNull().and(model.loader().search().open().not()), anotherApp);
        heading.textProperty()
                .bind(messages.live(() -> messages.text(headingKey(model)), signInState.state(),
                        model.loader().choice().found()));
        lead.textProperty()
                .bind(messages.live(() -> messages.text(headingKey(model) + ".lead"), signInState.state(),
                        model.loader().choice().found()));
        // Screen readers read what gets the focus.
        signInState.state().subscribe(_ -> heading.requestFocus());
        StackPane mail = new StackPane(extras.mail().view());
        Visibility.when(renewalState.checkFirst().and(renewalState.target().isNotNull()), mail);
        cards.getChildren()
                .setAll(new BeforeSignInCard(model, defaults, messages, practising).view(),
                        new BrowserCard(model, defaults, text, messages, request).view(),
                        new ChoiceCard(model, messages, syncText).view(), permissionMissing,
                        new TargetCard(model, renewalState, messages, syncText).view(),
                        new UnreadCard(model, messages).view(), mail,
                        new PreviousRenewalCard(extras.previous(), extras.export(), renewalState, messages).view(),
                        search.view(), links,
                        tenant.view());
    }

    private static String headingKey(SignInModel model) {
        State state = model.signInState().state().get();
        return switch (state) {
            case SIGNED_OUT, UNREAD -> "signin.heading";
            case IN_BROWSER, READING, STOPPED, KNOWN -> "signin.heading." + state;
            case CHOOSING -> model.loader().choice().found().get().apps().size() == 1
                    ? "signin.heading.CHOOSING.one"
                    : "signin.heading.CHOOSING";
        };
    }

    @FXML
    private void signIn() {
        model.signIn();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void readAgain() {
        model.loader().repeat();
    }

    @FXML
    private void otherApp() {
        model.loader().anotherApp();
        search.focusField();
    }

    @FXML
    private void askTenant() {
        tenant.toggle();
    }
}
