package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.ui.Visibility;
import app.keyturn.ui.WrappingRow;
import app.keyturn.wizard.FxmlPage;
import app.keyturn.wizard.RenewalState;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Page 3, <em>Sign in</em>: the cards that fit how far the sign-in is, and the ways to another sign-in or app. */
public final class SignInPage extends FxmlPage<SignInModel> {
    private final TenantCard tenant;
    private final SearchCard search;

    @FXML
    private Label heading;
    @FXML
    private Label lead;
    @FXML
    private VBox cards;
    @FXML
    private VBox reading;
    @FXML
    private Label doing;
    @FXML
    private VBox stopped;
    @FXML
    private VBox mayNot;
    @FXML
    private WrappingRow links;
    @FXML
    private Hyperlink switchAccount;
    @FXML
    private Hyperlink anotherApp;

    /**
     * Builds the page.
     *
     * @param model what it knows
     * @param usual where and through whose app people usually sign in
     * @param renewalState holds what was found
     * @param messages the words
     * @param syncText words for the sync's state
     * @param practising true in the practice world, where another page opens in the browser
     * @param checkedOnly for whoever only checks
     */
    public SignInPage(SignInModel model, SignInDefaults usual, RenewalState renewalState, Messages messages,
            SyncText syncText,
            boolean practising, CheckExtras checkedOnly) {
        super("sign-in", model, messages);
        tenant = new TenantCard(model, messages);
        search = new SearchCard(model, renewalState, messages);
        SignInState signInState = model.course();
        doing.textProperty().bind(signInState.doing());
        Visibility.when(signInState.state().isEqualTo(State.READING), reading);
        Visibility.when(signInState.state().isEqualTo(State.STOPPED), stopped);
        Visibility.when(signInState.mayNot(), mayNot);
        Visibility.when(signInState.state().map(state -> state != State.IN_BROWSER && state != State.READING), links);
        Visibility.when(renewalState.signedIn().isNotNull(), switchAccount);
        Visibility.when(renewalState.signedIn().isNotNull().and(model.reading().search().open().not()), anotherApp);
        heading.textProperty().bind(messages.live(() -> messages.text(head(signInState)), signInState.state()));
        lead.textProperty().bind(messages.live(() -> messages.text(head(signInState) + ".lead"), signInState.state()));
        // What is new gets the focus, so that it is read out.
        signInState.state().subscribe(_ -> heading.requestFocus());
        StackPane mail = new StackPane(checkedOnly.mail().view());
        Visibility.when(renewalState.checkFirst().and(renewalState.target().isNotNull()), mail);
        cards.getChildren()
                .setAll(new BeforeSignInCard(model, usual, messages, practising).view(),
                        new BrowserCard(model, new AadstsHelp(messages, usual), messages).view(),
                        new ChoiceCard(model, messages, syncText).view(), mayNot,
                        new TargetCard(model, renewalState, messages, syncText).view(), mail,
                        new PreviousRenewalCard(checkedOnly.last(), checkedOnly.keep(), renewalState, messages).view(),
                        search.view(), links,
                        tenant.view());
    }

    private static String head(SignInState signInState) {
        State state = signInState.state().get();
        return switch (state) {
            case SIGNED_OUT, UNREAD -> "signin.heading";
            case IN_BROWSER, READING, STOPPED, CHOOSING, KNOWN -> "signin.heading." + state;
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
        model.reading().repeat();
    }

    @FXML
    private void otherApp() {
        model.reading().anotherApp();
        search.enter();
    }

    @FXML
    private void askTenant() {
        tenant.toggle();
    }
}
