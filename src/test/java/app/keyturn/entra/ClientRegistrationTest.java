package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientRegistrationTest {
    @Test
    void theOwnAppCountsWhereOneIsSet() {
        String own = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
        ClientRegistration set = ClientRegistration.of(Settings.DEFAULTS.with(Setting.CLIENT_ID, own));
        assertEquals(new ClientRegistration(own, Cloud.GLOBAL), set);
        assertTrue(set.own());
        assertEquals(ClientRegistration.standard(Cloud.GLOBAL), ClientRegistration.of(Settings.DEFAULTS));
        assertFalse(ClientRegistration.of(Settings.DEFAULTS).own());
    }

    @Test
    void theAppIsInTheCloudThatIsSet() {
        List<Cloud> found = Arrays.stream(Settings.Cloud.values())
                .map(cloud -> Settings.DEFAULTS.with(Setting.CLOUD, cloud.name().replace('_', '-')))
                .map(settings -> ClientRegistration.of(settings).cloud())
                .toList();
        assertEquals(List.of(Cloud.GLOBAL, Cloud.US_GOV_GCC_HIGH, Cloud.US_GOV_DOD, Cloud.CHINA), found);
    }
}
