package app.keyturn.pages.byhand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.EntraPage;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import app.keyturn.testkit.CompletedRenewals;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Target;
import app.keyturn.wizard.Wizard;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ByHandModelTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final RenewalState renewalState = new RenewalState();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final AtomicInteger begun = new AtomicInteger();
    private final Wizard wizard = new Wizard(renewalState, begun::incrementAndGet);
    private Optional<EntraPage> page = Optional.empty();
    private final ByHandModel model = new ByHandModel(renewalState, desktop, wizard.frameFor("by-hand"), messages,
            () -> page);

    @Test
    void beforeTheSignInTheAddressIsThePortals() {
        renewalState.portal().set(Portal.BUSINESS);
        model.onShown();
        model.copyAddress();
        assertEquals("https://federation.apple.com/feeds/business/scim", desktop.clipboard);
        assertTrue(model.page().get().isEmpty());
    }

    @Test
    void theTokenIsCopiedOnlyOnRequest() {
        holdAToken();
        model.onShown();
        assertTrue(model.tokenHeld().get());
        assertEquals("", desktop.clipboard);
        model.copyToken();
        assertEquals(TOKEN, desktop.clipboard);
        assertTrue(desktop.secret);
        model.copyAddress();
        assertFalse(desktop.secret);
        assertFalse(model.message().get().contains(TOKEN));
    }

    @Test
    void withoutABrowserTheAddressOfTheAppsPageIsCopied() {
        page = Optional.of(new EntraPage("entra.microsoft.us", URI.create("https://entra.microsoft.com/app"), true));
        desktop.browser = false;
        model.onShown();
        model.openPage();
        assertEquals("https://entra.microsoft.com/app", desktop.clipboard);
    }

    @Test
    void theStepsBeginInTheAdminCenterOfTheCloud() {
        model.onShown();
        assertTrue(model.steps().get().getFirst().contains("*entra.microsoft.com*"));
        page = Optional.of(new EntraPage("entra.microsoft.us", URI.create("https://portal.azure.us/app"), true));
        model.onShown();
        assertTrue(model.steps().get().getFirst().contains("*entra.microsoft.us*"));
    }

    @Test
    void finishingForgetsTheTokenAndStartsOver() {
        holdAToken();
        model.onShown();
        model.copyToken();
        model.finish();
        assertEquals("", desktop.clipboard);
        assertFalse(model.tokenHeld().get());
        assertEquals("", renewalState.pasted().get());
        assertEquals(1, begun.get());
    }

    @Test
    void theStepsNameTheAppThatWasFound() {
        renewalState.target().set(target());
        model.onShown();
        assertTrue(model.steps().get().get(1).contains("Managed Apple IDs"), model.steps().get()::toString);
    }

    @Test
    void afterTheSaveOnlyTheSyncRemains() {
        model.onShown();
        assertTrue(String.join(" ", model.steps().get()).contains("Secret Token"));
        renewalState.complete(CompletedRenewals.of(target().app(), target().job(), new SyncRestartResult.NotNeeded()));
        model.onShown();
        assertTrue(model.saved().get());
        assertFalse(String.join(" ", model.steps().get()).contains("Secret Token"));
        assertTrue(String.join(" ", model.steps().get()).contains("Provisioning logs"));
    }

    private void holdAToken() {
        renewalState.pasted().set(TOKEN);
        if (new TokenParser(Clock.systemUTC(), false).read(TOKEN) instanceof TokenCheck.Usable usable) {
            renewalState.token().set(usable.token());
        }
    }

    private static Target target() {
        SyncJob job = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(),
                Optional.empty(), Optional.empty());
        return new Target(new ProvisioningApp("id", "Managed Apple IDs", new Connection(List.of()), List.of(job)), job,
                Optional.empty());
    }
}
