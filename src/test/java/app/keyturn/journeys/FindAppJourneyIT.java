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

/** The app is found, whatever it is called and however many others there are. */
class FindAppJourneyIT extends JourneyTest {
    private static final int OTHER_APPS = 60;

    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        return usual.withOtherApps(OTHER_APPS);
    }

    @Test
    void anAppThatWasRenamedIsFoundByItsTemplate() {
        signInIn(Scenario.RENAMED_APP);
        me.waitUntil("go on", () -> me.isEnabled("next"));
        toGreen();
    }

    @Test
    void whereNothingIsFoundItIsSaidWhereWasSearchedAndWhatCanBeDone() {
        signInIn(Scenario.NO_APP);
        me.see("problem-code", "APP-NOT-FOUND");
        me.seeMessage("problem-changed", "changed.NOTHING");
        assertTrue(me.read("problem-what").contains("Maple Street School"), me.read("problem-what"));
        assertTrue(me.isInSight("other-tenant") && me.isInSight("switch-account"));
        me.lookBriefly("sign-in-no-app");

        me.fill("find-app", "Fruit");
        me.click("find-app-go");
        me.waitUntil("be told that there is none", () -> me.isInSight("search-message"));
        me.lookBriefly("sign-in-no-app-of-that-name");
        me.click("search-all");
        me.waitUntil("be told that there is none", () -> me.isInSight("search-all") && me.isEnabled("search-all"));
        assertFalse(me.isEnabled("next"));

        me.click("back");
        me.see("page-apple");
        me.click("next");
        me.see("find-app", "Fruit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Managed", "managed acc"})
    void anAppIsFoundByItsNameOnceThePersonSaysIt(String name) {
        signInIn(Scenario.NAMELESS_APP);
        me.see("problem-code", "APP-NOT-FOUND");
        me.fill("find-app", name);
        me.click("find-app-go");
        me.waitUntil("go on", () -> me.isEnabled("next"));
        assertFalse(me.isInSight("problem"));
        toGreen();
    }

    @Test
    void aSearchThroughAllAppsFindsOneByItsAddressAlone() {
        signInIn(Scenario.NAMELESS_APP);
        me.see("problem-code", "APP-NOT-FOUND");
        me.click("search-all");
        me.waitUntil("go on", () -> me.isEnabled("next"));
        assertFalse(me.isInSight("problem"));
        toGreen();
    }

    @Test
    void ofSeveralAppsTheOneInUseIsProposedAndNoOtherIsTouched() {
        signInIn(Scenario.SEVERAL_APPS);
        me.see("app-choice");
        assertFalse(me.isEnabled("next"));
        me.lookBriefly("sign-in-several-apps");
        me.click("use-app"); // the one that is proposed
        me.waitUntil("go on", () -> me.isEnabled("next"));
        assertEquals("Apple School Manager", me.read("app-name"));
        toGreen();
    }

    private void signInIn(Scenario story) {
        me.enterPractice(Portal.SCHOOL, story);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.ADMINISTRATOR);
    }

    private void toGreen() {
        me.click("next");
        me.see("page-token");
        me.confirmAndSave();
        assertEquals(1, me.world().puts());
    }
}
