package app.keyturn.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.platform.ProxyVariables;
import app.keyturn.platform.TrustedFile;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.ManagedSettingsFile;
import app.keyturn.settings.StoredSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;

/** A computer whose IT department has set how to sign in, with one invalid entry. */
class ManagedSettingsJourneyIT extends JourneyTest {
    /** Windows prints it with other signs between the folders. */
    private static final Path MANAGED = Path.of("/etc/keyturn/keyturn.properties");
    private static final String ID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    @Override
    public StoredSettings settings(Path kept) {
        byte[] content = ("client-id=" + ID + "\norganisation=maple.example\ncloud=us-gov-gcc-high\nlanguage=tlh\n")
                .getBytes(UTF_8);
        return StoredSettings.load(kept, new ManagedSettingsFile(MANAGED,
                () -> new TrustedFile.Result.Trusted(content)), new ProxyVariables(Map.of()));
    }

    @Test
    void managedSettingsAreShownBeforeTheSignInAndCannotBeChanged() {
        user.enterRealMode();
        user.waitForMessage("status", "settings.file.see");
        user.click("settings");
        user.waitFor("page-settings");
        user.inspectBriefly("settings-by-department");
        assertTrue(user.read("settings-message").contains(MANAGED.toString()));
        for (String id : List.of("settings-client-id", "settings-tenant", "settings-cloud")) {
            assertFalse(user.isEnabled(id), id);
            assertTrue(user.isInSight(id + "-by-department"), id);
        }
        for (String id : List.of("settings-proxy", "settings-language", "settings-appearance")) {
            assertTrue(user.isEnabled(id), id);
            assertFalse(user.isInSight(id + "-by-department"), id);
        }
        user.onWindow(() -> {
            ((ComboBox<?>) user.node("settings-proxy")).getSelectionModel().selectLast();
            return true;
        });
        user.click("settings-save");
        user.click("back");
        user.click("portal-school");
        user.click("only-check");
        user.waitFor("page-sign-in");
        assertEquals("Set by your IT department: organisation maple.example; Microsoft cloud US Government, GCC High; "
                + "sign-in app " + ID + "\n"
                + "From your settings: no proxy", user.read("sign-in-set"));
        user.inspectBriefly("sign-in-by-department");
    }

    @Test
    void managedSettingsDoNotApplyInPractice() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.click("portal-school");
        user.click("only-check");
        user.waitFor("page-sign-in");
        assertFalse(user.isInSight("sign-in-set"));
    }
}
