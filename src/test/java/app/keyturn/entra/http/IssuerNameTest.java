package app.keyturn.entra.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

/** How a name is shown that an attacker may have chosen. */
class IssuerNameTest {
    @Test
    void theCommonNameComesFirstThenTheOrganisation() {
        assertEquals(Optional.of("Maple filter"), shown("O=Maple Street School, CN=Maple filter, C=US"));
        assertEquals(Optional.of("Maple, Street"), shown("C=US, O=\"Maple, Street\""));
        assertEquals(Optional.of("Maple"), shown("CN=\" \", O=Maple"));
    }

    @Test
    void anAuthorityWithoutANameHasNone() {
        assertEquals(Optional.empty(), shown(""));
        assertEquals(Optional.empty(), shown("C=US"));
    }

    @Test
    void whatCannotBeSeenOrTurnsTheTextAroundIsLeftOut() {
        assertEquals(Optional.of("Maple filter is safe"),
                shown("CN=\"Maple\u202e \u0007filter\u200b\u2066 is\u2028\t safe\""));
    }

    @Test
    void aLongNameIsCutWithoutBreakingALetter() {
        String name = shown("CN=" + "\ud83d\udd11".repeat(200)).orElseThrow();
        assertEquals(60, name.codePointCount(0, name.length()));
        assertTrue(name.startsWith("\ud83d\udd11") && name.endsWith("\ud83d\udd11…"), name);
    }

    private static Optional<String> shown(String name) {
        return IssuerName.of(new X500Principal(name));
    }
}
