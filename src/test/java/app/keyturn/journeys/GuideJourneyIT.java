package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.guide.Guide;
import app.keyturn.guide.Guides;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.Languages;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Through the steps at Apple, whichever version of its screens the user has. */
class GuideJourneyIT extends JourneyTest {
    @ParameterizedTest
    @EnumSource(Portal.class)
    void ifTheScreenLooksDifferentAllVersionsAndTheLandmarksAreOffered(Portal portal) {
        List<Guide> guides = Guides.forPortal(portal);
        goToSteps(portal);
        user.expand("other-screen");
        for (Guide guide : guides) {
            user.waitForMessage("guide-seen", "apple.seen", user.messages().month(guide.lastSeen()));
            inspectEachPicture(portal + "-" + guide.version(), guide);
            user.waitForMessage("other-steps",
                    guide.equals(guides.getLast()) ? "apple.otherwise.landmarks" : "apple.otherwise.older");
            user.click("other-steps");
        }
        user.waitForMessage("guide-seen", "apple.alone");
        assertEquals("guide-seen", user.focused(), "what has changed is read out");
        assertFalse(user.isInSight("other-steps"));
        assertFalse(user.isInSight("tick-1"));
        user.inspectBriefly("guide-" + portal + "-landmarks-alone");
        user.click("first-steps");
        user.waitForMessage("guide-seen", "apple.seen", user.messages().month(guides.getFirst().lastSeen()));
        assertEquals("guide-seen", user.focused());
        assertFalse(user.isInSight("first-steps"));
    }

    @Test
    void ticksStayWhileTheUserNavigates() {
        goToSteps(Portal.SCHOOL);
        user.tabTo("tick-1");
        user.press(KeyCode.SPACE);
        user.click("tick-2");
        user.waitForMessage("picture-step", "apple.picture.step", 3, 5);
        user.click("next");
        user.waitFor("page-sign-in");
        user.click("back");
        user.waitFor("page-apple");
        user.waitForMessage("picture-step", "apple.picture.step", 3, 5);
        assertEquals(List.of(true, true, false), List.of(ticked(1), ticked(2), ticked(3)));
        user.click("back");
        user.click("next");
        user.expand("other-screen");
        user.click("other-steps");
        assertTrue(ticked(2), "the same step stands in the older version");
        user.click("tick-2");
        user.waitForMessage("picture-step", "apple.picture.step", 2, 5);
    }

    @Test
    void inAnotherLanguageANoteSaysThatNamesAreEnglishAndTicksStay() {
        goToSteps(Portal.SCHOOL);
        user.click("tick-1");
        assertFalse(user.isInSight("apple-names"));
        for (Locale language : Languages.SUPPORTED) {
            user.setLanguage(language);
            assertEquals(!language.equals(Locale.ENGLISH), user.isInSight("apple-names"), language.toString());
            assertTrue(ticked(1), language.toString());
            user.waitForMessage("picture-step", "apple.picture.step", 2, 5);
        }
    }

    private void goToSteps(Portal portal) {
        user.enterRealMode();
        user.goToApplePage(portal);
    }

    private void inspectEachPicture(String name, Guide guide) {
        for (int step = 1; step <= guide.steps().size(); step++) {
            user.waitForMessage("picture-step", "apple.picture.step", step, guide.steps().size());
            user.inspectBriefly("guide-" + name + "-" + step);
            if (user.isEnabled("picture-next")) {
                user.click("picture-next");
            }
        }
    }

    private boolean ticked(int step) {
        return user.onWindow(() -> ((CheckBox) user.node("tick-" + step)).isSelected());
    }
}
