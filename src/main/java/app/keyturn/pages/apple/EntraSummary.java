package app.keyturn.pages.apple;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Portal;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.util.Optional;

/**
 * What is known of Microsoft's side before a token is created at Apple.
 *
 * @param app the app in Microsoft Entra that will use the token
 * @param address the address that Apple must show; or, if the app has another one, what is wrong
 * @param fits true if the app's address is the chosen portal's
 */
public record EntraSummary(String organisation, String app, String address, boolean fits, String syncState) {

    /** Empty while Microsoft's side was not checked, or no portal is chosen. */
    static Optional<EntraSummary> of(RenewalState renewalState, Messages messages, SyncText syncState) {
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
                held.equals(Optional.of(chosen)), syncState.state(target.job())));
    }
}
