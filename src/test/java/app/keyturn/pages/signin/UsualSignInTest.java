package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.settings.Settings;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class UsualSignInTest {
    private final StringProperty tenant = new SimpleStringProperty("");
    private final UsualSignIn usual = new UsualSignIn(tenant);

    @Test
    void theUsualOrganisationIsProposedAndFollowsTheSettings() {
        usual.follow(organisation("maple.example"));
        assertEquals("maple.example", tenant.get());
        usual.follow(organisation("oak.example"));
        assertEquals("oak.example", tenant.get());
        usual.follow(Settings.USUAL);
        assertEquals("", tenant.get());
    }

    @Test
    void anotherOneThatThePersonHasNamedStays() {
        usual.follow(organisation("maple.example"));
        tenant.set("elm.example");
        usual.follow(organisation("oak.example"));
        assertEquals("elm.example", tenant.get());
    }

    @Test
    void anOwnAppIsKnown() {
        assertFalse(usual.ownApp().get());
        usual.follow(new Settings(Optional.of("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"), Optional.empty(),
                Settings.Appearance.SYSTEM));
        assertTrue(usual.ownApp().get());
    }

    private static Settings organisation(String domain) {
        return new Settings(Optional.empty(), Optional.of(domain), Settings.Appearance.SYSTEM);
    }
}
