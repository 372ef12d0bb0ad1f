package app.keyturn;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.pages.common.EntraPage;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignInApp;
import app.keyturn.wizard.Target;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The app that people sign in to, and what of Microsoft's lies in its cloud. Whoever is signed in stays with theirs until
 * the next sign-in, whatever is set meanwhile, so that no link leads from one cloud into another.
 *
 * @param renewalState knows whether somebody is signed in
 * @param signedIn the app of whoever is
 * @param set the app that the next sign-in goes to
 */
record ActiveClient(RenewalState renewalState, Supplier<ClientRegistration> signedIn,
        Supplier<ClientRegistration> set) {
    private ClientRegistration now() {
        return renewalState.signedIn().get() == null ? set.get() : signedIn.get();
    }

    Cloud cloud() {
        return now().cloud();
    }

    SignInApp named() {
        return new SignInApp(now().clientId(), now().own());
    }

    /** Where a browser is signed out. */
    URI signOutPage() {
        return cloud().signOut();
    }

    /** Where to begin in Microsoft's portal; there is none in practice. */
    Optional<EntraPage> entraPage() {
        Cloud cloud = cloud();
        if (cloud == Cloud.PRACTICE) {
            return Optional.empty();
        }
        Target target = renewalState.target().get();
        String center = cloud.adminCenter().getHost();
        return Optional.of(target == null
                ? new EntraPage(center, cloud.enterpriseApps(), false)
                : new EntraPage(center, cloud.appPage(target.app().id()), true));
    }
}
