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

/** Through the steps at Apple, whatever its pages look like. */
class GuideJourneyIT extends JourneyTest {
    @ParameterizedTest
    @EnumSource(Portal.class)
    void whoseScreenLooksDifferentIsLedThroughAllVersionsToTheLandmarksAndBack(Portal portal) {
        List<Guide> guides = Guides.forPortal(portal);
        toTheSteps(portal);
        me.unfold("other-screen");
        for (Guide guide : guides) {
            me.seeMessage("guide-seen", "apple.seen", me.messages().month(guide.lastSeen()));
            lookAtEachPicture(portal + "-" + guide.version(), guide);
            me.seeMessage("other-steps",
                    guide.equals(guides.getLast()) ? "apple.otherwise.landmarks" : "apple.otherwise.older");
            me.click("other-steps");
        }
        me.seeMessage("guide-seen", "apple.alone");
        assertEquals("guide-seen", me.focused(), "what has changed is read out");
        assertFalse(me.isInSight("other-steps"));
        assertFalse(me.isInSight("tick-1"));
        me.lookBriefly("guide-" + portal + "-landmarks-alone");
        me.click("first-steps");
        me.seeMessage("guide-seen", "apple.seen", me.messages().month(guides.getFirst().lastSeen()));
        assertEquals("guide-seen", me.focused());
        assertFalse(me.isInSight("first-steps"));
    }

    @Test
    void ticksStayWhereverThePersonGoes() {
        toTheSteps(Portal.SCHOOL);
        me.tabTo("tick-1");
        me.press(KeyCode.SPACE);
        me.click("tick-2");
        me.seeMessage("picture-step", "apple.picture.step", 3, 5);
        me.click("next");
        me.see("page-sign-in");
        me.click("back");
        me.see("page-apple");
        me.seeMessage("picture-step", "apple.picture.step", 3, 5);
        assertEquals(List.of(true, true, false), List.of(ticked(1), ticked(2), ticked(3)));
        me.click("back");
        me.click("next");
        me.unfold("other-screen");
        me.click("other-steps");
        assertTrue(ticked(2), "the same step stands in the older version");
        me.click("tick-2");
        me.seeMessage("picture-step", "apple.picture.step", 2, 5);
    }

    @Test
    void inAnotherLanguageItIsSaidThatTheNamesAreEnglishAndTheTicksStay() {
        toTheSteps(Portal.SCHOOL);
        me.click("tick-1");
        assertFalse(me.isInSight("apple-names"));
        for (Locale language : Languages.SUPPORTED) {
            me.setLanguage(language);
            assertEquals(!language.equals(Locale.ENGLISH), me.isInSight("apple-names"), language.toString());
            assertTrue(ticked(1), language.toString());
            me.seeMessage("picture-step", "apple.picture.step", 2, 5);
        }
    }

    private void toTheSteps(Portal portal) {
        me.enterEarnest();
        me.begin(portal);
    }

    private void lookAtEachPicture(String name, Guide guide) {
        for (int step = 1; step <= guide.steps().size(); step++) {
            me.seeMessage("picture-step", "apple.picture.step", step, guide.steps().size());
            me.lookBriefly("guide-" + name + "-" + step);
            if (me.isEnabled("picture-next")) {
                me.click("picture-next");
            }
        }
    }

    private boolean ticked(int step) {
        return me.onWindow(() -> ((CheckBox) me.found("tick-" + step)).isSelected());
    }
}
