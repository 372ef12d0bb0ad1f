package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.NumberedSteps;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and what was found: the organisation, the app, its sync, and whether its token still works. */
final class TargetCard extends FxmlView {
    private final AppLoader loader;
    private final RenewalState renewalState;
    private final SyncText syncText;
    private final SignInText text;

    @FXML private Label account;
    @FXML private Label tenantName;
    @FXML private Label appLabel;
    @FXML private Label app;
    @FXML private Label siteLabel;
    @FXML private Label site;
    @FXML private Label syncLabel;
    @FXML private VBox syncBox;
    @FXML private Label syncState;
    @FXML private Label syncMeaning;
    @FXML private Label presentLabel;
    @FXML private Label present;
    @FXML private VBox severalJobs;
    @FXML private VBox jobs;
    @FXML private Label mayRenewNote;
    @FXML private Label viewOnlyNote;
    @FXML private Label address;

    TargetCard(SignInModel model, RenewalState renewalState, Messages messages, SyncText syncText) {
        super(messages);
        this.loader = model.loader();
        this.renewalState = renewalState;
        this.syncText = syncText;
        text = new SignInText(messages, syncText);
        messages.subscribe(renewalState.signedIn(), this::show);
        messages.subscribe(loader.app(), this::show);
        messages.subscribe(renewalState.target(), _ -> showTarget());
        renewalState.portal().subscribe(_ -> showTarget());
        List<Node> appNodes = List.of(appLabel, app, siteLabel, site);
        appNodes.forEach(node -> Visibility.when(loader.app().isNotNull(), node));
        List<Node> targetNodes = List.of(syncLabel, syncBox, presentLabel, present);
        targetNodes.forEach(node -> Visibility.when(renewalState.target().isNotNull(), node));
        // If nothing was found, the search says where and with which account, and its field matters more.
        Visibility.when(renewalState.signedIn().isNotNull().and(searching(model).not()), view());
    }

    private BooleanBinding searching(SignInModel model) {
        return model.signInState()
                .state()
                .isEqualTo(SignInState.State.UNREAD)
                .and(loader.search().open())
                .and(loader.app().isNull());
    }

    private void show(@Nullable SignedIn who) {
        account.setText(who == null ? "" : who.account().userName());
        tenantName.setText(who == null ? "" : text.organisation(who));
    }

    private void show(@Nullable ProvisioningApp found) {
        app.setText(found == null ? "" : found.name());
        site.setText(found == null ? "" : text.address(found));
    }

    private void showTarget() {
        Optional<Target> target = Optional.ofNullable(renewalState.target().get());
        syncState.setText(target.map(it -> syncText.state(it.job())).orElse(""));
        syncMeaning.setText(target.map(it -> syncText.meaning(it.job(), it.tokenRefused())).orElse(""));
        present.setText(target.map(text::presentToken).orElse(""));
        boolean allowed = target.filter(text::mayRenew).isPresent();
        Visibility.set(allowed, mayRenewNote);
        Visibility.set(target.isPresent() && !allowed, viewOnlyNote);
        Portal chosen = renewalState.portal().get();
        String warning = chosen == null ? "" : target.flatMap(it -> text.addressWarning(it.app(), chosen)).orElse("");
        address.setText(warning);
        Visibility.set(!warning.isEmpty(), address);
        List<String> rows = target.map(text::jobs).orElse(List.of());
        NumberedSteps.fill(jobs, rows);
        jobs.setAccessibleText(String.join(" ", rows).replace("*", ""));
        Visibility.set(rows.size() > 1, severalJobs);
    }
}
