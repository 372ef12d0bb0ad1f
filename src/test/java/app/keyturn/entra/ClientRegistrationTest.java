package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.settings.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientRegistrationTest {
    @Test
    void theOwnAppCountsWhereOneIsSet() {
        String own = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
        assertEquals(new ClientRegistration(own, Cloud.GLOBAL), ClientRegistration.of(
                new Settings(Optional.of(own), Optional.empty(), Settings.Appearance.SYSTEM), Cloud.GLOBAL));
        assertEquals(ClientRegistration.standard(Cloud.GLOBAL), ClientRegistration.of(Settings.USUAL, Cloud.GLOBAL));
    }
}
