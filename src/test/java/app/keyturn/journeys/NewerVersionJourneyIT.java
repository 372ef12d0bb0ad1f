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

/** The line about a newer version. */
class NewerVersionJourneyIT extends JourneyTest {
    @Test
    void aNewerVersionIsShownAndLeadsToItsPage() {
        user.network().offerVersion("1.3.0");
        user.enterRealMode();
        user.firstPageDrawn();
        user.waitForMessage("newer-version", "start.newer", "1.3.0");
        user.click("newer-version-open");
        assertEquals(UiJourney.RELEASES, user.nextBrowserPage());
        user.waitFor("page-start");
        assertEquals(1, user.network().versionQueries());
    }

    @Test
    void withoutANewerVersionNothingIsShown() {
        user.enterRealMode();
        user.firstPageDrawn();
        user.waitUntil("ask for a newer version", () -> user.network().versionQueries() == 1);
        goNextAndBack();
        assertFalse(user.isInSight("newer-version"));
        assertEquals(1, user.network().versionQueries());
    }

    @Test
    void theQueryBlocksNothingAndItsResultMovesNothing() {
        user.network().offerVersion("1.3.0");
        user.network().hold();
        user.enterRealMode();
        user.firstPageDrawn();
        user.setHeight(500);
        user.click("portal-school");
        user.waitUntil("ask for a newer version", () -> user.network().versionQueries() == 1);
        String before = where();
        assertFalse(user.isInSight("newer-version"));
        user.network().release();
        user.waitFor("newer-version");
        assertEquals(before, where());
    }

    @Test
    void theVersionIsQueriedOnceForAllSessions() {
        user.network().offerVersion("1.3.0");
        user.firstPageDrawn();
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.click("portal-school");
        assertFalse(user.isInSight("newer-version"));
        assertEquals(0, user.network().versionQueries());
        user.enterRealMode();
        user.waitFor("newer-version");
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.enterRealMode();
        user.waitFor("newer-version");
        assertEquals(1, user.network().versionQueries());
    }

    @Test
    void switchingItOffHidesTheLineAndTheNextStartQueriesNothing() {
        user.network().offerVersion("1.3.0");
        user.enterRealMode();
        user.firstPageDrawn();
        user.waitFor("newer-version");
        set("off");
        user.click("back");
        user.waitFor("page-start");
        assertFalse(user.isInSight("newer-version"));
        assertEquals(Settings.NewerVersion.OFF,
                StoredSettings.load(folder.resolve("settings")).effective().newerVersion());
        set("ask");
        user.click("back");
        user.waitFor("newer-version");
        assertEquals(1, user.network().versionQueries());
    }

    @Test
    void nothingIsQueriedWhileItIsSwitchedOff() {
        user.network().offerVersion("1.3.0");
        user.enterRealMode();
        set("off");
        user.click("back");
        user.firstPageDrawn();
        user.enterRealMode();
        goNextAndBack();
        assertFalse(user.isInSight("newer-version"));
        assertEquals(0, user.network().versionQueries());
        set("ask");
        user.click("back");
        user.waitFor("newer-version");
    }

    private void goNextAndBack() {
        user.click("portal-school");
        user.click("next");
        user.waitFor("page-apple");
        user.click("back");
        user.waitFor("page-start");
    }

    private void set(String choice) {
        user.click("settings");
        user.waitFor("page-settings");
        user.onWindow(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> field = (ComboBox<String>) user.node("settings-newer-version");
            field.setValue(choice);
            return true;
        });
        user.click("settings-save");
        user.waitForMessage("settings-message", "settings.saved");
    }

    /** The focus, the scroll position, and the bounds of the page's parts. */
    private String where() {
        return user.focused()
                + user.onWindow(() -> " " + ((ScrollPane) user.window().scene().lookup(".body")).getVvalue()
                        + " " + user.node("portal-school").localToScene(0, 0) + " "
                        + user.node("oidc-part").localToScene(0, 0));
    }
}
