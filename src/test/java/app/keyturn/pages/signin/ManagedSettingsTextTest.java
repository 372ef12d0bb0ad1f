package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManagedSettingsTextTest {
    private static final Settings SET = Settings.DEFAULTS
            .with(Setting.CLIENT_ID, "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")
            .with(Setting.ORGANISATION, "maple.example")
            .with(Setting.CLOUD, "us-gov-dod")
            .with(Setting.PROXY, "none")
            .with(Setting.APPEARANCE, "dark");

    private final ManagedSettingsText words = new ManagedSettingsText(Messages.in(Locale.ENGLISH));

    @Test
    void aDefaultIsMentionedOnlyIfTheItDepartmentHasSetIt() {
        assertEquals("", describe(Settings.DEFAULTS, Set.of()));
        assertEquals("Set by your IT department: Microsoft cloud The usual one; the computer’s proxy",
                describe(Settings.DEFAULTS, EnumSet.allOf(Setting.class)));
        assertEquals("", describe(Settings.DEFAULTS.with(Setting.APPEARANCE, "dark"), Set.of()));
        assertEquals("", describe(Settings.DEFAULTS.with(Setting.NEWER_VERSION, "off"), Set.of()));
    }

    @Test
    void theUsersOwnSettingsAreNamed() {
        assertEquals("From your settings: organisation maple.example; Microsoft cloud US Government, DoD; "
                + "sign-in app 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0; no proxy", describe(SET, Set.of()));
    }

    @Test
    void managedSettingsHaveTheirOwnLine() {
        assertEquals("""
                Set by your IT department: Microsoft cloud US Government, DoD
                From your settings: organisation maple.example; \
                sign-in app 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0; no proxy""", describe(SET, Set.of(Setting.CLOUD)));
    }

    @Test
    void everyManagedSettingIsNamed() {
        assertEquals("Set by your IT department: organisation maple.example; Microsoft cloud US Government, DoD; "
                + "sign-in app 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0; no proxy; language English; appearance Dark; "
                + "no question for a newer version",
                describe(SET.with(Setting.LANGUAGE, "en").with(Setting.NEWER_VERSION, "off"),
                        EnumSet.allOf(Setting.class)));
    }

    @Test
    void anOrganisationIsNotNamedIfTheUserSignsInToAnother() {
        assertEquals("From your settings: no proxy", words.of(new SignInDefaults.Applied(Settings.DEFAULTS
                .with(Setting.ORGANISATION, "maple.example")
                .with(Setting.PROXY, "none"), Set.of()), "oak.example"));
    }

    private String describe(Settings settings, Set<Setting> managed) {
        return words.of(new SignInDefaults.Applied(settings, managed), settings.organisation().orElse(""));
    }
}
