package app.keyturn.pages.apple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.TokenReader;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.FakeDesktop;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Wizard;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AppleModelTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final Draft draft = new Draft();
    private final FakeDesktop desktop = new FakeDesktop();
    private final AppleModel model = new AppleModel(draft, new TokenReader(Clock.systemUTC(), false), desktop,
            new Wizard(draft, () -> {}), Messages.in(Locale.ENGLISH));

    @Test
    void theGuideIsThePortals() {
        draft.portal().set(Portal.BUSINESS);
        assertEquals(Portal.BUSINESS, model.guide().get().portal());
    }

    @Test
    void aTokenOnTheClipboardIsKept() {
        desktop.clipboard = TOKEN + "\n";
        model.keepToken();
        assertEquals(TOKEN + "\n", draft.pasted().get());
        assertEquals("Kept. You can go on.", model.message().get());
    }

    @Test
    void somethingElseIsNamedAndNotKept() {
        desktop.clipboard = "https://federation.apple.com/feeds/school/scim";
        model.keepToken();
        assertEquals("", draft.pasted().get());
        assertEquals(AppleModel.Tone.DOUBT, model.tone().get());
        assertFalse(model.message().get().isEmpty());
    }

    @Test
    void aRefusedTextDoesNotReplaceATokenKeptBefore() {
        desktop.clipboard = TOKEN;
        model.keepToken();
        desktop.clipboard = "it@maple.example";
        model.keepToken();
        assertEquals(TOKEN, draft.pasted().get());
    }

    @Test
    void whenTheTokenIsForgottenItIsNoLongerSaidToBeKept() {
        desktop.clipboard = TOKEN;
        model.keepToken();
        draft.forgetToken();
        assertEquals("", model.message().get());
    }

    @Test
    void theClipboardIsNotReadUnasked() {
        desktop.clipboard = TOKEN;
        model.shown();
        assertEquals("", draft.pasted().get());
    }

    @Test
    void withoutABrowserTheAddressIsSaid() {
        desktop.browser = false;
        model.openPortal();
        assertEquals(List.of(URI.create("https://school.apple.com")), desktop.opened);
        assertTrue(model.message().get().contains("school.apple.com"));
    }

    @Test
    void thereIsAlwaysAWayOn() {
        assertTrue(model.ready().get());
    }
}
