package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app is found, whatever its name and however many others there are. */
class FindAppJourneyIT extends JourneyTest {
    private static final int OTHER_APPS = 60;

    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        return usual.withOtherApps(OTHER_APPS);
    }

    @Test
    void anAppThatWasRenamedIsFoundByItsTemplate() {
        signInToScenario(Scenario.RENAMED_APP);
        user.waitUntil("go on", () -> user.isEnabled("next"));
        renewToDone();
    }

    @Test
    void ifNothingIsFoundThePageSaysWhereItSearchedAndWhatToDo() {
        signInToScenario(Scenario.NO_APP);
        user.waitForText("problem-code", "APP-NOT-FOUND");
        user.waitForMessage("problem-changed", "changed.NOTHING");
        assertTrue(user.read("problem-what").contains("Maple Street School"), user.read("problem-what"));
        assertTrue(user.isInSight("other-tenant") && user.isInSight("switch-account"));
        user.inspectBriefly("sign-in-no-app");

        user.fill("find-app", "Fruit");
        user.click("find-app-go");
        user.waitUntil("be told that there is none", () -> user.isInSight("search-message"));
        user.inspectBriefly("sign-in-no-app-of-that-name");
        user.click("search-all");
        user.waitUntil("be told that there is none",
                () -> user.isInSight("search-all") && user.isEnabled("search-all"));
        assertFalse(user.isEnabled("next"));

        user.click("back");
        user.waitFor("page-apple");
        user.click("next");
        user.waitForText("find-app", "Fruit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Managed", "managed acc"})
    void anAppIsFoundByTheNameThatTheUserTypes(String name) {
        signInToScenario(Scenario.NAMELESS_APP);
        user.waitForText("problem-code", "APP-NOT-FOUND");
        user.fill("find-app", name);
        user.click("find-app-go");
        user.waitUntil("go on", () -> user.isEnabled("next"));
        assertFalse(user.isInSight("problem"));
        renewToDone();
    }

    @Test
    void aSearchThroughAllAppsFindsOneByItsAddressAlone() {
        signInToScenario(Scenario.NAMELESS_APP);
        user.waitForText("problem-code", "APP-NOT-FOUND");
        user.click("search-all");
        user.waitUntil("go on", () -> user.isEnabled("next"));
        assertFalse(user.isInSight("problem"));
        renewToDone();
    }

    @Test
    void ofSeveralAppsTheOneInUseIsProposedAndTheOthersAreNotTouched() {
        signInToScenario(Scenario.SEVERAL_APPS);
        user.waitFor("app-choice");
        assertFalse(user.isEnabled("next"));
        user.inspectBriefly("sign-in-several-apps");
        user.click("use-app"); // the proposed one
        user.waitUntil("go on", () -> user.isEnabled("next"));
        assertEquals("Apple School Manager", user.read("app-name"));
        renewToDone();
    }

    private void signInToScenario(Scenario scenario) {
        user.enterPractice(Portal.SCHOOL, scenario);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.ADMINISTRATOR);
    }

    private void renewToDone() {
        user.click("next");
        user.waitFor("page-token");
        user.confirmAndSave();
        assertEquals(1, user.world().saveCount());
    }
}
