package app.keyturn.guide;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Portal;
import app.keyturn.wizard.Messages;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuidesTest {
    private final Messages messages = Messages.in(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(Portal.class)
    void everyPortalHasAGuideWhoseWordsAreThere(Portal portal) {
        assertFalse(Guides.of(portal).isEmpty());
        Guides.of(portal).forEach(guide -> assertFalse(words(guide).isBlank()));
    }

    @ParameterizedTest
    @EnumSource(Portal.class)
    void everyGuideNamesBothButtonsAndWhatNotToPress(Portal portal) {
        for (Guide guide : Guides.of(portal)) {
            String words = words(guide);
            for (String name : new String[]{"Generate Token", "+ Client Secret", "Disconnect", "Revoke", "SCIM"}) {
                assertTrue(words.contains(name), name);
            }
        }
    }

    private String words(Guide guide) {
        return Stream.of(guide.steps(), guide.landmarks(), guide.warnings(), guide.otherwise())
                .flatMap(keys -> keys.stream().map(key -> messages.text(key)))
                .collect(Collectors.joining(" "));
    }
}
