package app.keyturn.pages.byhand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenReader;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.FakeDesktop;
import app.keyturn.wizard.Messages;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ByHandModelTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final Draft draft = new Draft();
    private final FakeDesktop desktop = new FakeDesktop();
    private Optional<URI> appPage = Optional.empty();
    private final ByHandModel model = new ByHandModel(draft, desktop, Messages.in(Locale.ENGLISH), () -> appPage);

    @Test
    void beforeSignInTheAddressIsThePortals() {
        draft.portal().set(Portal.BUSINESS);
        model.shown();
        model.copyAddress();
        assertEquals("https://federation.apple.com/feeds/business/scim", desktop.clipboard);
        assertTrue(model.page().get().isEmpty());
    }

    @Test
    void theTokenIsCopiedOnlyWhenAsked() {
        if (new TokenReader(Clock.systemUTC(), false).read(TOKEN) instanceof TokenCheck.Usable usable) {
            draft.token().set(usable.token());
        }
        model.shown();
        assertTrue(model.tokenHeld().get());
        assertEquals("", desktop.clipboard);
        model.copyToken();
        assertEquals(TOKEN, desktop.clipboard);
        assertFalse(model.message().get().contains(TOKEN));
    }

    @Test
    void withoutABrowserTheAddressOfTheAppsPageIsCopied() {
        appPage = Optional.of(URI.create("https://entra.microsoft.com/app"));
        desktop.browser = false;
        model.shown();
        model.openPage();
        assertEquals("https://entra.microsoft.com/app", desktop.clipboard);
    }
}
