package app.keyturn.pages.common;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.NotificationEmail;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.NumberedSteps;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Target;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who gets Microsoft's email when the sync stops, and how to add a recipient if there is none. */
public final class NotificationEmailCard extends FxmlView {
    private final Supplier<Optional<EntraPage>> entra;
    private final Desktop desktop;

    @FXML private VBox card;
    @FXML private Label who;
    @FXML private VBox addRecipient;
    @FXML private VBox steps;
    @FXML private Hyperlink open;
    @FXML private Label copied;

    /**
     * Creates the card.
     *
     * @param entra where to begin in Microsoft's portal; empty if there is no such page, as in practice
     */
    public NotificationEmailCard(RenewalState renewalState, Supplier<Optional<EntraPage>> entra, Desktop desktop,
            Messages messages) {
        super(messages);
        this.entra = entra;
        this.desktop = desktop;
        Visibility.set(false, copied);
        messages.subscribe(renewalState.target(), this::show);
    }

    private void show(@Nullable Target target) {
        Visibility.set(target != null, card);
        if (target != null) {
            NotificationEmail mail = target.app().connection().notificationEmail();
            who.setText(switch (mail) {
                case NotificationEmail.To(List<String> addresses) ->
                    messages.text("mail.to", String.join(", ", addresses));
                case NotificationEmail.Off _ -> messages.text("mail.nobody");
                case NotificationEmail.NotKnown _ -> messages.text("mail.unknown");
            });
            Visibility.set(!(mail instanceof NotificationEmail.To), addRecipient);
            NumberedSteps.fill(steps, List.of(messages.text("mail.step.1"), messages.text("mail.step.2")));
            Visibility.set(entra.get().isPresent(), open);
        }
    }

    @FXML
    private void openEntra() {
        entra.get().map(EntraPage::address).ifPresent(this::open);
        open.setVisited(false);
    }

    private void open(URI page) {
        boolean opened = desktop.open(page);
        if (!opened) {
            desktop.copy(page.toString());
        }
        Visibility.set(!opened, copied);
    }
}
