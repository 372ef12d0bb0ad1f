package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class SignInDefaultsTest {
    private final StringProperty tenant = new SimpleStringProperty("");
    private final SignInDefaults defaults = new SignInDefaults(tenant);

    @Test
    void theOrganisationFollowsTheSettings() {
        defaults.apply(organisation("maple.example"), Set.of());
        assertEquals("maple.example", tenant.get());
        defaults.apply(organisation("oak.example"), Set.of());
        assertEquals("oak.example", tenant.get());
        defaults.apply(Settings.DEFAULTS, Set.of());
        assertEquals("", tenant.get());
    }

    @Test
    void anOrganisationEnteredByTheUserStays() {
        defaults.apply(organisation("maple.example"), Set.of());
        tenant.set("elm.example");
        defaults.apply(organisation("oak.example"), Set.of());
        assertEquals("elm.example", tenant.get());
    }

    @Test
    void anOwnAppIsKnown() {
        assertFalse(defaults.ownApp().get());
        defaults.apply(Settings.DEFAULTS.with(Setting.CLIENT_ID, "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"), Set.of());
        assertTrue(defaults.ownApp().get());
    }

    private static Settings organisation(String domain) {
        return Settings.DEFAULTS.with(Setting.ORGANISATION, domain);
    }
}
