package app.keyturn.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.platform.TrustedFile;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.ManagedSettingsFile;
import app.keyturn.settings.StoredSettings;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;

/** In front of a computer on which an IT department has set how to sign in, and one thing badly. */
class ManagedSettingsJourneyIT extends JourneyTest {
    private static final String ID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    @Override
    public StoredSettings settings(Path kept) {
        byte[] content = ("client-id=" + ID + "\norganisation=maple.example\ncloud=us-gov-gcc-high\nlanguage=tlh\n")
                .getBytes(UTF_8);
        return StoredSettings.load(kept, new ManagedSettingsFile(Path.of("/etc/keyturn/keyturn.properties"),
                () -> new TrustedFile.Result.Trusted(content)));
    }

    @Test
    void whatItHasSetIsShownBeforeTheSignInAndCannotBeChanged() {
        me.enterEarnest();
        me.seeMessage("status", "settings.file.see");
        me.click("settings");
        me.see("page-settings");
        me.lookBriefly("settings-by-department");
        assertTrue(me.read("settings-message").contains("/etc/keyturn/keyturn.properties"));
        for (String id : List.of("settings-client-id", "settings-tenant", "settings-cloud")) {
            assertFalse(me.isEnabled(id), id);
            assertTrue(me.isInSight(id + "-by-department"), id);
        }
        for (String id : List.of("settings-proxy", "settings-language", "settings-appearance")) {
            assertTrue(me.isEnabled(id), id);
            assertFalse(me.isInSight(id + "-by-department"), id);
        }
        me.onWindow(() -> {
            ((ComboBox<?>) me.found("settings-proxy")).getSelectionModel().selectLast();
            return true;
        });
        me.click("settings-save");
        me.click("back");
        me.click("portal-school");
        me.click("only-check");
        me.see("page-sign-in");
        assertEquals("Set by your IT department: organisation maple.example; Microsoft cloud US Government, GCC High; "
                + "sign-in app " + ID + "\n"
                + "From your settings: no proxy", me.read("sign-in-set"));
        me.lookBriefly("sign-in-by-department");
    }

    @Test
    void inPracticeNothingOfItCounts() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.click("portal-school");
        me.click("only-check");
        me.see("page-sign-in");
        assertFalse(me.isInSight("sign-in-set"));
    }
}
