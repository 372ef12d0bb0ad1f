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
 * The app that the user signs in to, and the pages of its cloud. A signed-in user keeps app and cloud until the next
 * sign-in, even if the settings change, so that no link leads into another cloud.
 *
 * @param renewalState tells whether the user is signed in
 * @param signedIn the app of the present sign-in
 * @param next the app of the next sign-in
 */
record ActiveClient(RenewalState renewalState, Supplier<ClientRegistration> signedIn,
        Supplier<ClientRegistration> next) {
    private ClientRegistration registration() {
        return renewalState.signedIn().get() == null ? next.get() : signedIn.get();
    }

    Cloud cloud() {
        return registration().cloud();
    }

    SignInApp signInApp() {
        return new SignInApp(registration().clientId(), registration().own());
    }

    /** The page that signs the browser out. */
    URI signOutPage() {
        return cloud().signOut();
    }

    /** The page in Microsoft's portal to begin at; empty in practice mode. */
    Optional<EntraPage> entraPage() {
        Cloud cloud = cloud();
        if (cloud == Cloud.PRACTICE) {
            return Optional.empty();
        }
        Target target = renewalState.target().get();
        String adminCenterHost = cloud.adminCenter().getHost();
        return Optional.of(target == null
                ? new EntraPage(adminCenterHost, cloud.enterpriseApps(), false)
                : new EntraPage(adminCenterHost, cloud.appPage(target.app().id()), true));
    }
}
