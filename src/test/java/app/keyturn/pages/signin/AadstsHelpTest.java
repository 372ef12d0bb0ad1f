package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class AadstsHelpTest {
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final SignInDefaults usual = new SignInDefaults(new SimpleStringProperty(""));
    private final AadstsHelp help = new AadstsHelp(messages, usual);

    @Test
    void theNumberIsFoundInWhateverWasCopied() {
        String blocked = help.on("50105");
        assertEquals(messages.text("aadsts.50105"), blocked);
        assertEquals(blocked, help.on("Error AADSTS50105: 2 of 3, 2026-11-22"));
        assertEquals("", help.on("12"));
        assertEquals("", help.on("123456789012"));
    }

    @Test
    void theAppToAssignTheAccountToIsTheOneThatSignsIn() {
        assertTrue(help.on("50105").contains("Microsoft Graph Command Line Tools"));
        usual.subscribe(Settings.DEFAULTS.with(Setting.CLIENT_ID, "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"), Set.of());
        assertEquals(messages.text("aadsts.50105.own"), help.on("50105"));
        assertFalse(help.on("50105").contains("Command Line"));
    }

    @Test
    void anOwnAppHasTheHelpOfAllWhereItNeedsNoneOfItsOwn() {
        String forAll = help.on("53003");
        usual.subscribe(Settings.DEFAULTS.with(Setting.CLIENT_ID, "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"), Set.of());
        assertEquals(forAll, help.on("53003"));
    }

    @Test
    void aNumberNobodyKnowsIsRepeatedForTheSupport() {
        assertTrue(help.on("1234567").contains("AADSTS1234567"));
    }
}
