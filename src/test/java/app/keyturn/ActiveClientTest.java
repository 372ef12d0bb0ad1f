package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.pages.common.EntraPage;
import app.keyturn.renewal.Account;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignInApp;
import app.keyturn.wizard.SignedIn;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActiveClientTest {
    private static final ClientRegistration CHINESE = new ClientRegistration("own", Cloud.CHINA);

    private final RenewalState renewalState = new RenewalState();
    private final ActiveClient app = new ActiveClient(renewalState, () -> CHINESE,
            () -> ClientRegistration.standard(Cloud.US_GOV_GCC_HIGH));

    @Test
    void beforeTheSignInTheSettingsApply() {
        assertEquals("portal.azure.us", portal());
        assertEquals(Optional.of("entra.microsoft.us"), app.entraPage().map(EntraPage::adminCenter));
        assertEquals("login.microsoftonline.us", app.signOutPage().getHost());
        assertEquals(new SignInApp(ClientRegistration.GRAPH_COMMAND_LINE_TOOLS, false), app.signInApp());
    }

    @Test
    void whileSignedInAllAddressesAreOfTheAccountsCloudWhateverTheSettings() {
        renewalState.signedIn().set(new SignedIn(new Account("it@maple.example", "tenant"), "Maple"));
        assertEquals("portal.azure.cn", portal());
        assertEquals("login.partner.microsoftonline.cn", app.signOutPage().getHost());
        assertEquals(new SignInApp("own", true), app.signInApp());
        renewalState.signedIn().set(null);
        assertEquals("portal.azure.us", portal());
    }

    @Test
    void practiceHasNoPortal() {
        assertEquals(Optional.empty(),
                new ActiveClient(renewalState, () -> CHINESE, () -> ClientRegistration.standard(Cloud.PRACTICE))
                        .entraPage());
    }

    private String portal() {
        return app.entraPage().map(EntraPage::address).orElseThrow().getHost();
    }
}
