package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.renewal.Portal;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who need no token in Microsoft Entra find a page of theirs, and the way back. */
class OtherProviderJourneyIT extends JourneyTest {
    @ParameterizedTest
    @ValueSource(strings = {"elsewhere-oidc", "elsewhere-google", "elsewhere-other"})
    void aPageTellsThemWhatToDoInsteadAndBackLeadsToTheStart(String page) {
        me.enterEarnest();
        me.click("portal-business");
        me.unfold("oidc-part");
        me.tabTo(page);
        me.press(KeyCode.SPACE);
        me.see("page-" + page);
        assertFalse(me.isInSight("next"), "there is nothing to go on to");
        me.lookBriefly(page);
        me.click("back");
        me.see("page-start");
        me.begin(Portal.BUSINESS);
    }

    @Test
    void theStartPageLeadsToThem() {
        me.enterEarnest();
        me.unfold("oidc-part");
        me.lookBriefly("start-elsewhere");
    }
}
