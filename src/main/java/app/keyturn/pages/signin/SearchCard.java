package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Where the user searches for an app that was not found automatically. */
final class SearchCard extends FxmlView {
    private final AppLoader loader;
    private final RenewalState renewalState;
    private final SignInText text;
    private final AppSearch search;

    @FXML private Label where;
    @FXML private TextField findApp;
    @FXML private Button findAppGo;
    @FXML private Button searchAll;
    @FXML private VBox progress;
    @FXML private Button stop;
    @FXML private ProgressBar bar;
    @FXML private Label progressText;
    @FXML private Label message;

    SearchCard(SignInModel model, RenewalState renewalState, Messages messages, SignInText text) {
        super(messages);
        this.loader = model.loader();
        this.renewalState = renewalState;
        this.text = text;
        this.search = loader.search();
        findApp.textProperty().bindBidirectional(search.typed());
        // Screen readers read it with the field, which has the focus by then.
        findApp.accessibleHelpProperty().bind(search.message());
        findAppGo.disableProperty().bind(search.running());
        searchAll.disableProperty().bind(search.running());
        Visibility.when(search.running(), progress);
        bar.progressProperty().bind(search.fraction());
        bar.accessibleTextProperty().bind(search.progress());
        progressText.textProperty().bind(search.progress());
        message.textProperty().bind(search.message());
        Visibility.when(search.message().isNotEmpty(), message);
        messages.subscribe(renewalState.signedIn(), _ -> describe());
        loader.choice().found().subscribe(_ -> describe());
        ObservableValue<Boolean> visible = model.signInState()
                .state()
                .map(state -> state == State.UNREAD || state == State.CHOOSING || state == State.KNOWN
                        || state == State.STOPPED);
        Visibility.when(search.open().flatMap(open -> visible.map(it -> it && open)), view());
        // Screen readers read what has the focus, and it is scrolled into view.
        search.running().subscribe(running -> {
            if (running) {
                stop.requestFocus();
            }
        });
        search.message().subscribe(found -> {
            if (!found.isEmpty()) {
                findApp.requestFocus();
            }
        });
    }

    void focusField() {
        findApp.requestFocus();
    }

    /** While nothing has been found: where the search was made, and with which account. */
    private void describe() {
        SignedIn who = renewalState.signedIn().get();
        boolean nothing = who != null && loader.choice().found().get().apps().isEmpty();
        where.setText(nothing && who != null ? text.searchedWhere(who) : "");
        Visibility.set(nothing, where);
    }

    @FXML
    private void find() {
        search.find();
    }

    @FXML
    private void searchAll() {
        search.searchAll();
    }

    @FXML
    private void stopSearch() {
        search.stop();
    }
}
