package app.keyturn.pages.signin;

import app.keyturn.pages.signin.SignInModel.State;
import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Portal;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Shown;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.SyncWords;
import app.keyturn.wizard.Target;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and what was found: the organisation, the app, its sync, and whether its token still works. */
final class TargetCard {
    private final SignInModel model;
    private final Draft draft;
    private final Messages messages;
    private final SyncWords sync;
    private final Runnable otherTenant;
    private final BooleanProperty addressOff = new SimpleBooleanProperty();
    private final Parent view;

    @FXML
    private Label account;
    @FXML
    private Label tenantName;
    @FXML
    private Label appLabel;
    @FXML
    private Label app;
    @FXML
    private Label syncLabel;
    @FXML
    private Label syncState;
    @FXML
    private Label presentLabel;
    @FXML
    private Label present;
    @FXML
    private Label mayChange;
    @FXML
    private Label address;

    TargetCard(SignInModel model, Draft draft, Messages messages, SyncWords sync, Runnable otherTenant) {
        this.model = model;
        this.draft = draft;
        this.messages = messages;
        this.sync = sync;
        this.otherTenant = otherTenant;
        view = Fxml.load(this, messages);
        Shown.when(draft.signedIn().isNotNull(), view);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        Shown.when(model.state().isEqualTo(State.KNOWN).and(addressOff), address);
        draft.signedIn().subscribe(this::show);
        draft.target().subscribe(this::show);
        draft.portal().subscribe(_ -> show(draft.target().get()));
        List.of(appLabel, app, syncLabel, syncState, presentLabel, present, mayChange)
                .forEach(node -> Shown.when(model.state().isEqualTo(State.KNOWN), node));
    }

    private void show(@Nullable SignedIn who) {
        account.setText(who == null ? "" : who.account().userName());
        tenantName.setText(who == null ? "" : who.tenantName());
    }

    private void show(@Nullable Target target) {
        if (target == null) {
            return;
        }
        app.setText(target.app().name());
        syncState.setText(sync.state(target.job()));
        present.setText(target.baseline().map(this::words).orElse(messages.text("signin.present.unchecked")));
        Portal chosen = draft.portal().get();
        boolean fits = target.app().portal().equals(Optional.ofNullable(chosen));
        address.setText(messages.text(
                target.app().connection().baseAddress().isEmpty() ? "signin.address.missing" : "signin.address.other"));
        addressOff.set(!fits);
    }

    private String words(Baseline baseline) {
        return messages.text(switch (baseline.result()) {
            case CredentialTest.Passed _ -> "signin.present.works";
            case CredentialTest.Failed _ ->
                baseline.rejected() ? "signin.present.rejected" : "signin.present.unchecked";
        });
    }

    @FXML
    private void switchAccount() {
        model.signIn();
    }

    @FXML
    private void askTenant() {
        otherTenant.run();
    }
}
