package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.Settings;
import app.keyturn.settings.StoredSettings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;

/** The quiet line about a newer version. */
class NewerVersionJourneyIT extends JourneyTest {
    @Test
    void itIsToldAndLeadsToItsPage() {
        me.newest("1.3.0");
        me.enterEarnest();
        me.theFirstPageIsDrawn();
        me.seeMessage("newer-version", "start.newer", "1.3.0");
        me.click("newer-version-open");
        assertEquals(UiJourney.RELEASES, me.nextPage());
        me.see("page-start");
        assertEquals(1, me.questions());
    }

    @Test
    void whereThereIsNoneNobodyNoticesThatItWasAsked() {
        me.enterEarnest();
        me.theFirstPageIsDrawn();
        me.waitUntil("ask for a newer version", () -> me.questions() == 1);
        goOnAndBack();
        assertFalse(me.isInSight("newer-version"));
        assertEquals(1, me.questions());
    }

    @Test
    void nothingWaitsForItAndItsComingMovesNothing() {
        me.newest("1.3.0");
        me.holdTheNetwork();
        me.enterEarnest();
        me.theFirstPageIsDrawn();
        me.height(500);
        me.click("portal-school");
        me.waitUntil("ask for a newer version", () -> me.questions() == 1);
        String before = where();
        assertFalse(me.isInSight("newer-version"));
        me.letTheNetwork();
        me.see("newer-version");
        assertEquals(before, where());
    }

    @Test
    void itIsAskedForOnceWhateverWorldsAreEntered() {
        me.newest("1.3.0");
        me.theFirstPageIsDrawn();
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.click("portal-school");
        assertFalse(me.isInSight("newer-version"));
        assertEquals(0, me.questions());
        me.enterEarnest();
        me.see("newer-version");
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.enterEarnest();
        me.see("newer-version");
        assertEquals(1, me.questions());
    }

    @Test
    void switchedOffTheLineIsGoneAndTheNextStartAsksNothing() {
        me.newest("1.3.0");
        me.enterEarnest();
        me.theFirstPageIsDrawn();
        me.see("newer-version");
        set("off");
        me.click("back");
        me.see("page-start");
        assertFalse(me.isInSight("newer-version"));
        assertEquals(Settings.NewerVersion.OFF,
                StoredSettings.load(folder.resolve("settings")).effective().newerVersion());
        set("ask");
        me.click("back");
        me.see("newer-version");
        assertEquals(1, me.questions());
    }

    @Test
    void whileItIsSwitchedOffNothingIsAsked() {
        me.newest("1.3.0");
        me.enterEarnest();
        set("off");
        me.click("back");
        me.theFirstPageIsDrawn();
        me.enterEarnest();
        goOnAndBack();
        assertFalse(me.isInSight("newer-version"));
        assertEquals(0, me.questions());
        set("ask");
        me.click("back");
        me.see("newer-version");
    }

    private void goOnAndBack() {
        me.click("portal-school");
        me.click("next");
        me.see("page-apple");
        me.click("back");
        me.see("page-start");
    }

    private void set(String choice) {
        me.click("settings");
        me.see("page-settings");
        me.onWindow(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> field = (ComboBox<String>) me.found("settings-newer-version");
            field.setValue(choice);
            return true;
        });
        me.click("settings-save");
        me.seeMessage("settings-message", "settings.saved");
    }

    /** What has the focus, how far the page is scrolled, and where its parts are. */
    private String where() {
        return me.focused() + me.onWindow(() -> " " + ((ScrollPane) me.window().scene().lookup(".body")).getVvalue()
                + " " + me.found("portal-school").localToScene(0, 0) + " " + me.found("oidc-part").localToScene(0, 0));
    }
}
