package app.keyturn.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person can put into the token field. */
class TokenJourneyIT extends JourneyTest {
    private static final String TOKEN = "PRACTICE-0123456789abcdefghijABCDEFGHIJ0123456789abcdefgh";

    private URI apple = URI.create("");

    @BeforeEach
    void goToTheTokenPage() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.begin(Portal.SCHOOL);
        me.click("open-portal");
        apple = me.nextPage();
        me.unfold("have-token-part");
        me.click("have-token");
        me.signInAndGoOn();
    }

    @Test
    void whatCopyingAddedIsTakenOutAndSaidByButtonAndByKeyboard() {
        List<String> taken = List.of("token.removed.LINE_BREAK", "token.removed.INVISIBLE", "token.removed.BEARER");
        String copied = "Bearer " + TOKEN.substring(0, 30) + "\r\n\u200b" + TOKEN.substring(30);
        me.desktop().copy(copied);
        me.focus("token");
        me.pasteByKeyboard();
        me.see("token", TOKEN);
        taken.forEach(key -> assertTrue(me.read("token-message").contains(me.message(key)), key));

        me.fill("token", "");
        assertFalse(me.isInSight("token-message"));
        me.click("paste-token");
        me.see("token", TOKEN);
        taken.forEach(key -> assertTrue(me.read("token-message").contains(me.message(key)), key));

        assertTrue(isHidden());
        me.click("show-token");
        assertFalse(isHidden());
        assertEquals(TOKEN, me.read("token"));
        me.focus("token");
        me.pasteByKeyboard();
        me.see("token", TOKEN);
        me.click("show-token");
        assertTrue(isHidden());
        assertEquals(TOKEN, me.read("token"));
    }

    @Test
    void whatPlainlyIsSomethingElseIsNamedAndNotTaken() {
        String claims = "{\"iss\":\"https://sts.windows.net/7a3f0c52-9d1e-4b8a-8f6d-2c5e9b1d4a70/\"}";
        String microsoft = part("{\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + part(claims) + ".c2lnbmF0dXJl";
        Map.of("https://federation.apple.com/feeds/school/scim", "WEB_ADDRESS",
                microsoft, "MICROSOFT_TOKEN",
                TOKEN.substring("PRACTICE-".length()), "REAL_TOKEN_IN_PRACTICE")
                .forEach((text, reason) -> {
                    me.desktop().copy(text);
                    me.click("paste-token");
                    me.seeMessage("token-message", "token.refused." + reason);
                    assertFalse(me.isEnabled("next"));
                });

        me.desktop().copy("PRACTICE-short");
        me.click("paste-token");
        me.seeMessage("token-message", "token.doubt.SHORT");
        assertFalse(me.isEnabled("next"));
        me.click("use-anyway");
        assertTrue(me.isEnabled("next"));
    }

    @Test
    void anEmptyClipboardIsSaidAndTakesNothingAway() {
        me.desktop().copy(TOKEN);
        me.click("paste-token");
        me.see("token", TOKEN);
        me.desktop().copy("");
        me.click("paste-token");
        me.seeMessage("token-message", "token.clipboard-empty");
        assertEquals(TOKEN, me.read("token"));
        assertTrue(me.isEnabled("next"));
    }

    @Test
    void afterGreenNoControlHoldsTheTokenAnyMore() {
        TextInputControl hidden = me.onWindow(() -> (TextInputControl) me.found("token"));
        me.generate(apple);
        me.click("paste-token");
        me.click("show-token");
        TextInputControl shown = me.onWindow(() -> (TextInputControl) me.found("token"));
        me.confirmAndSave();
        for (TextInputControl field : List.of(hidden, shown)) {
            me.onWindow(() -> {
                assertEquals("", field.getText());
                field.undo();
                assertEquals("", field.getText());
                assertEquals("", field.getSelectedText());
                return true;
            });
        }
        assertTrue(me.desktop().paste().isEmpty());
    }

    private boolean isHidden() {
        return me.onWindow(() -> me.found("token") instanceof PasswordField);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
