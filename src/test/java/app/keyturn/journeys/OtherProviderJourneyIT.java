package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.renewal.Portal;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users who need no token in Microsoft Entra find a page for them, and the way back. */
class OtherProviderJourneyIT extends JourneyTest {
    @ParameterizedTest
    @ValueSource(strings = {"elsewhere-oidc", "elsewhere-google", "elsewhere-other"})
    void aPageSaysWhatToDoInsteadAndBackLeadsToTheStart(String page) {
        user.enterRealMode();
        user.click("portal-business");
        user.expand("oidc-part");
        user.tabTo(page);
        user.press(KeyCode.SPACE);
        user.waitFor("page-" + page);
        assertFalse(user.isInSight("next"), "there is nothing to go on to");
        user.inspectBriefly(page);
        user.click("back");
        user.waitFor("page-start");
        user.goToApplePage(Portal.BUSINESS);
    }

    @Test
    void theStartPageLeadsToThesePages() {
        user.enterRealMode();
        user.expand("oidc-part");
        user.inspectBriefly("start-elsewhere");
    }
}
