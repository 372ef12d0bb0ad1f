package app.keyturn.pages.apple;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Portal;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.util.Optional;

/**
 * What is known of Microsoft's side, for somebody who is about to make a token at Apple.
 *
 * @param organisation whose token it is
 * @param app the app in Microsoft Entra that will use it
 * @param address what Apple has to show as its address; the words about a wrong one if the app has another
 * @param fits true if the app's address is the chosen portal's
 * @param syncText how the sync stands, in a line
 */
public record EntraSummary(String organisation, String app, String address, boolean fits, String syncText) {

    /** What the draft holds; empty while Microsoft's side was not looked at, or no portal is chosen. */
    static Optional<EntraSummary> of(RenewalState renewalState, Messages messages, SyncText syncText) {
        SignedIn who = renewalState.signedIn().get();
        Target target = renewalState.target().get();
        Portal chosen = renewalState.portal().get();
        if (who == null || target == null || chosen == null) {
            return Optional.empty();
        }
        Optional<Portal> held = target.app().portal();
        String address = held.isEmpty()
                ? messages.text("apple.checked.none")
                : held.get() == chosen
                        ? chosen.tenantUrl().text()
                        : messages.text("apple.checked.other." + held.get(), held.get().tenantUrl().text());
        return Optional.of(new EntraSummary(who.tenantName(), target.app().name(), address,
                held.equals(Optional.of(chosen)), syncText.state(target.job())));
    }
}
