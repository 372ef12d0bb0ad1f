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
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user can enter in the token field. */
class TokenJourneyIT extends JourneyTest {
    private static final String TOKEN = "PRACTICE-0123456789abcdefghijABCDEFGHIJ0123456789abcdefgh";

    private URI apple = URI.create("");

    @BeforeEach
    void goToTheTokenPage() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToApplePage(Portal.SCHOOL);
        user.click("open-portal");
        apple = user.nextBrowserPage();
        user.expand("have-token-part");
        user.click("have-token");
        user.signInAndContinue();
    }

    @Test
    void copyArtifactsAreRemovedAndReportedByButtonAndByKeyboard() {
        List<String> taken = List.of("token.removed.LINE_BREAK", "token.removed.INVISIBLE", "token.removed.BEARER");
        String copied = "Bearer " + TOKEN.substring(0, 30) + "\r\n\u200b" + TOKEN.substring(30);
        user.desktop().copy(copied);
        user.focus("token");
        user.pasteByKeyboard();
        user.waitForText("token", TOKEN);
        taken.forEach(key -> assertTrue(user.read("token-message").contains(user.message(key)), key));

        user.fill("token", "");
        assertFalse(user.isInSight("token-message"));
        user.click("paste-token");
        user.waitForText("token", TOKEN);
        taken.forEach(key -> assertTrue(user.read("token-message").contains(user.message(key)), key));

        assertTrue(isHidden());
        user.click("show-token");
        assertFalse(isHidden());
        assertEquals(TOKEN, user.read("token"));
        user.focus("token");
        user.pasteByKeyboard();
        user.waitForText("token", TOKEN);
        user.click("show-token");
        assertTrue(isHidden());
        assertEquals(TOKEN, user.read("token"));
    }

    @Test
    void aKeyPressedAfterPastingDoesNotReplaceTheToken() {
        user.desktop().copy(TOKEN);
        user.click("paste-token");
        assertEquals("token", user.focused());
        user.press(KeyCode.A);
        assertEquals(TOKEN + "a", user.read("token"));
    }

    @Test
    void textThatIsPlainlyNotATokenIsNamedAndRejected() {
        String claims = "{\"iss\":\"https://sts.windows.net/7a3f0c52-9d1e-4b8a-8f6d-2c5e9b1d4a70/\"}";
        String microsoft = part("{\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + part(claims) + ".c2lnbmF0dXJl";
        Map.of("https://federation.apple.com/feeds/school/scim", "WEB_ADDRESS",
                microsoft, "MICROSOFT_TOKEN",
                TOKEN.substring("PRACTICE-".length()), "REAL_TOKEN_IN_PRACTICE")
                .forEach((text, reason) -> {
                    user.desktop().copy(text);
                    user.click("paste-token");
                    user.waitForMessage("token-message", "token.refused." + reason);
                    assertFalse(user.isEnabled("next"));
                });

        user.desktop().copy("PRACTICE-short");
        user.click("paste-token");
        user.waitForMessage("token-message", "token.doubt.SHORT");
        assertFalse(user.isEnabled("next"));
        user.click("use-anyway");
        assertTrue(user.isEnabled("next"));
    }

    @Test
    void anEmptyClipboardIsReportedAndKeepsTheField() {
        user.desktop().copy(TOKEN);
        user.click("paste-token");
        user.waitForText("token", TOKEN);
        user.desktop().copy("");
        user.click("paste-token");
        user.waitForMessage("token-message", "token.clipboard-empty");
        assertEquals(TOKEN, user.read("token"));
        assertTrue(user.isEnabled("next"));
    }

    @Test
    void afterSuccessNoControlHoldsTheToken() {
        TextInputControl hidden = user.onWindow(() -> (TextInputControl) user.node("token"));
        user.generateToken(apple);
        user.click("paste-token");
        user.click("show-token");
        TextInputControl shown = user.onWindow(() -> (TextInputControl) user.node("token"));
        user.confirmAndSave();
        for (TextInputControl field : List.of(hidden, shown)) {
            user.onWindow(() -> {
                assertEquals("", field.getText());
                field.undo();
                assertEquals("", field.getText());
                assertEquals("", field.getSelectedText());
                return true;
            });
        }
        assertTrue(user.desktop().paste().isEmpty());
    }

    private boolean isHidden() {
        return user.onWindow(() -> user.node("token") instanceof PasswordField);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
