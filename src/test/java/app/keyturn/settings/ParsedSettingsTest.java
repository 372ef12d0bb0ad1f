package app.keyturn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.settings.SettingsIssue.BadValue;
import app.keyturn.settings.SettingsIssue.Reason;
import app.keyturn.settings.SettingsIssue.UnknownKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedSettingsTest {
    private static final String ID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    @Test
    void noEntriesMeanTheDefaults() {
        assertEquals(ParsedSettings.empty(), ParsedSettings.parse(Map.of()));
        assertEquals(ParsedSettings.empty(), ParsedSettings.parse(Map.of("client-id", "", "organisation", " ")));
    }

    @Test
    void defaultsCanBeWrittenExplicitly() {
        Map<String, String> defaults = Map.of("cloud", "global", "proxy", "system", "language", "system", "appearance",
                "system");
        assertEquals(new ParsedSettings(Settings.DEFAULTS,
                Set.of(Setting.CLOUD, Setting.PROXY, Setting.LANGUAGE, Setting.APPEARANCE), List.of()),
                ParsedSettings.parse(defaults));
    }

    @Test
    void blanksAndUpperCaseAreAccepted() {
        assertEquals(
                new Settings(Optional.of(ID), Optional.of("maple.example"), Settings.Cloud.US_GOV_DOD,
                        Settings.Proxy.NONE, Optional.of(Locale.ENGLISH), Settings.Appearance.DARK, 150,
                        Settings.NewerVersion.OFF),
                ParsedSettings.parse(Map.of("client-id", "\t" + ID.toUpperCase(Locale.ROOT) + " ",
                        "organisation", " Maple.Example", "cloud", "US-Gov-DoD", "proxy", "None", "language", "EN",
                        "appearance", "Dark", "text-size", " 150 ", "newer-version", "Off")).settings());
    }

    @ParameterizedTest
    @CsvSource({"client-id,CLIENT_ID,NOT_A_CLIENT_ID,my-app",
            "client-id,CLIENT_ID,NOT_A_CLIENT_ID,0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "client-id,CLIENT_ID,NOT_A_CLIENT_ID,0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0/x",
            "client-id,CLIENT_ID,NOT_A_CLIENT_ID,https://login.example/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
            "organisation,ORGANISATION,AN_EMAIL_ADDRESS,it@maple.example",
            "organisation,ORGANISATION,NOT_AN_ORGANISATION,Maple Street School",
            "organisation,ORGANISATION,NOT_AN_ORGANISATION,common",
            "organisation,ORGANISATION,NOT_AN_ORGANISATION,https://maple.example",
            "organisation,ORGANISATION,NOT_AN_ORGANISATION,maple.example/path",
            "organisation,ORGANISATION,NOT_AN_ORGANISATION,maple..example",
            "organisation,ORGANISATION,NOT_AN_ORGANISATION,-maple.example",
            "organisation,ORGANISATION,NOT_AN_ORGANISATION,127.0.0.1", "cloud,CLOUD,NOT_A_CLOUD,germany",
            "cloud,CLOUD,NOT_A_CLOUD,practice", "cloud,CLOUD,NOT_A_CLOUD,us_gov_dod",
            "cloud,CLOUD,NOT_A_CLOUD,https://login.example", "proxy,PROXY,NOT_A_PROXY_CHOICE,proxy.maple.example:8080",
            "proxy,PROXY,NOT_A_PROXY_CHOICE,http://127.0.0.1:3128", "language,LANGUAGE,NOT_A_LANGUAGE,tlh",
            "language,LANGUAGE,NOT_A_LANGUAGE,../en", "appearance,APPEARANCE,NOT_AN_APPEARANCE,pink",
            "text-size,TEXT_SIZE,NOT_A_TEXT_SIZE,110", "newer-version,NEWER_VERSION,NEITHER_ASK_NOR_OFF,on",
            "newer-version,NEWER_VERSION,NEITHER_ASK_NOR_OFF,https://elsewhere.example/feed"})
    void anInvalidValueIsReportedWithItsReasonAndTheDefaultApplies(String key, Setting setting, Reason reason,
            String value) {
        assertEquals(new ParsedSettings(Settings.DEFAULTS, Set.of(), List.of(new BadValue(setting, reason))),
                ParsedSettings.parse(Map.of(key, value)));
    }

    @Test
    void validValuesAreTakenEvenIfOthersAreInvalid() {
        ParsedSettings parsed = ParsedSettings
                .parse(Map.of("client-id", "nonsense", "organisation", ID, "zebra", "1", "ape", "2"));
        assertEquals(Settings.DEFAULTS.with(Setting.ORGANISATION, ID), parsed.settings());
        assertEquals(Set.of(Setting.ORGANISATION), parsed.present());
        assertEquals(List.of(new BadValue(Setting.CLIENT_ID, Reason.NOT_A_CLIENT_ID), new UnknownKey("ape"),
                new UnknownKey("zebra")), parsed.issues());
    }

    @Test
    void invalidValuesAreNotKept() {
        assertFalse(ParsedSettings.parse(Map.of("client-id", "hunter2", "password", "hunter2"))
                .toString()
                .contains("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "graph", "authority", "tenant-url", "base-address", "token", "secret",
            "client-secret", "Client-Id", "release.feed", "release.page", "proxy-host", "proxy-password", "portal"})
    void noAddressAndNoSecretCanBeSet(String key) {
        assertEquals(List.of("client-id", "organisation", "cloud", "proxy", "language", "appearance", "text-size",
                "newer-version"),
                Arrays.stream(Setting.values()).map(Setting::key).toList());
        assertEquals(new ParsedSettings(Settings.DEFAULTS, Set.of(), List.of(new UnknownKey(key))),
                ParsedSettings.parse(Map.of(key, "https://elsewhere.example")));
    }

    @Test
    void invalidSettingsCannotBeCreated() {
        Settings valid = Settings.DEFAULTS;
        assertThrows(IllegalArgumentException.class, () -> new Settings(Optional.of("../x"), valid.organisation(),
                valid.cloud(), valid.proxy(), valid.language(), valid.appearance(), valid.textSize(),
                valid.newerVersion()));
        assertThrows(IllegalArgumentException.class, () -> new Settings(valid.clientId(), Optional.of("a/b"),
                valid.cloud(), valid.proxy(), valid.language(), valid.appearance(), valid.textSize(),
                valid.newerVersion()));
        assertThrows(IllegalArgumentException.class, () -> new Settings(valid.clientId(), valid.organisation(),
                valid.cloud(), valid.proxy(), Optional.of(Locale.forLanguageTag("tlh")), valid.appearance(),
                valid.textSize(), valid.newerVersion()));
        assertThrows(IllegalArgumentException.class, () -> valid.with(Setting.CLOUD, "https://login.example"));
    }

    @Test
    void theTextOfEachChoiceParsesToTheSameValue() {
        for (Setting setting : Setting.values()) {
            for (String choice : setting.choices()) {
                Settings chosen = Settings.DEFAULTS.with(setting, choice);
                assertEquals(chosen, Settings.DEFAULTS.with(setting, chosen.text(setting)), choice);
                assertEquals(choice.equals(setting.choices().getFirst()), chosen.equals(Settings.DEFAULTS), choice);
            }
        }
    }
}
