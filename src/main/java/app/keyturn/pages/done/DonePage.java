package app.keyturn.pages.done;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.DocumentExportModel;
import app.keyturn.pages.common.DocumentExportRow;
import app.keyturn.pages.common.NotificationEmailCard;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.FxmlPage;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignInApp;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Page 6, <em>Done</em>. */
public final class DonePage extends FxmlPage<DoneModel> {
    private final ZoneId zone;
    private final Supplier<SignInApp> signInApp;
    private final Button finish = new Button();

    @FXML private Label heading;
    @FXML private VBox ticks;
    @FXML private Label until;
    @FXML private Label savedAt;
    @FXML private Label changed;
    @FXML private Label who;
    @FXML private VBox keepPlace;
    @FXML private VBox lastPlace;
    @FXML private VBox mailPlace;
    @FXML private Label clipboard;
    @FXML private Label approval;
    @FXML private Label browserMessage;

    /**
     * Creates the page.
     *
     * @param mail who is notified when the sync stops
     * @param zone the user's, for times
     * @param signInApp the app whose approval remains in the organisation
     * @param openByHand opens the page for finishing by hand
     */
    public DonePage(DoneModel model, SyncModel sync, DocumentExportModel export,
            NotificationEmailCard mail, RenewalState renewalState,
            Messages messages, SyncText text,
            ZoneId zone, Supplier<SignInApp> signInApp, Runnable openByHand) {
        super("done", model, messages);
        this.zone = zone;
        this.signInApp = signInApp;
        finish.setId("finish");
        finish.getStyleClass().add("button-green");
        finish.textProperty().bind(model.nextLabel());
        finish.setOnAction(_ -> model.finish());
        messages.subscribe(renewalState.result(), this::show);
        heading.textProperty()
                .bind(messages.live(() -> messages.text(isUsed(sync.restartResult().get(), renewalState.result().get())
                        ? "done.heading"
                        : "done.heading.saved"), sync.restartResult(), renewalState.result()));
        keepPlace.getChildren()
                .add(new DocumentExportRow(export, messages, Bindings.isNotNull(renewalState.result())).view());
        lastPlace.getChildren().setAll(new LastStepCard(model, sync, renewalState, messages).view());
        clipboard.textProperty().bind(messages.live(model::clipboardHistory));
        browserMessage.textProperty().bind(model.browserMessage());
        Visibility.when(model.browserMessage().isNotEmpty(), browserMessage);
        mailPlace.getChildren().add(mail.view());
        ticks.getChildren().add(new SyncCard(sync, renewalState, messages, text, zone, openByHand).view());
    }

    @Override
    public Node mainButton() {
        return finish;
    }

    /** False if nothing uses the new token yet, or if only Apple can show that something does. */
    private static boolean isUsed(@Nullable SyncRestartResult result, @Nullable CompletedRenewal renewed) {
        boolean stopped = result instanceof SyncRestartResult.ConsentNeeded
                || result instanceof SyncRestartResult.LeftAlone;
        return !stopped && (renewed == null || !renewed.oldTokenMayBeInUse());
    }

    private void show(@Nullable CompletedRenewal renewed) {
        if (renewed == null) {
            return;
        }
        until.setText(messages.text("done.until." + renewed.expiry().source(), messages.day(renewed.expiry().date())));
        savedAt.setText(messages.text("done.saved.at", messages.time(LocalTime.ofInstant(renewed.savedAt(), zone))));
        changed.setText(model.whatChanged());
        who.setText(messages.text("done.who", renewed.signedIn().account().userName(),
                renewed.signedIn().tenantName()));
        SignInApp app = signInApp.get();
        approval.setText(app.own()
                ? messages.text("done.after.approval.own", app.clientId())
                : messages.text("done.after.approval", app.name(messages)));
    }

    @FXML
    private void signOutBrowser() {
        model.signOutInBrowser();
    }
}
