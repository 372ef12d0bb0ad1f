package app.keyturn.pages.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.settings.SettingsModel.Message;
import app.keyturn.platform.ProxyVariables;
import app.keyturn.platform.TrustedFile;
import app.keyturn.settings.ManagedSettingsFile;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.settings.SettingsIssue;
import app.keyturn.settings.StoredSettings;
import app.keyturn.ui.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsModelTest {
    private static final String ID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    @TempDir private Path home;
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final List<Settings> inForce = new ArrayList<>();

    @Test
    void theFieldsShowTheSettings() throws IOException {
        put("client-id=" + ID + "\norganisation=maple.example\nappearance=light\n");
        SettingsModel model = model();
        assertEquals(ID, model.text(Setting.CLIENT_ID).get());
        assertEquals("maple.example", model.text(Setting.ORGANISATION).get());
        assertEquals("light", model.text(Setting.APPEARANCE).get());
        model.onShown();
        assertEquals(Optional.empty(), model.message().get());
    }

    @Test
    void savingStoresAppliesAndConfirms() {
        SettingsModel model = model();
        model.text(Setting.CLIENT_ID).set(" " + ID.toUpperCase(Locale.ROOT));
        model.text(Setting.ORGANISATION).set("maple.example ");
        model.text(Setting.APPEARANCE).set("dark");
        model.save();
        Settings wanted = Settings.DEFAULTS.with(Setting.CLIENT_ID, ID)
                .with(Setting.ORGANISATION, "maple.example")
                .with(Setting.APPEARANCE, "dark");
        assertEquals(List.of(wanted), inForce);
        assertEquals(wanted, StoredSettings.load(folder()).effective());
        Message message = model.message().get().orElseThrow();
        assertEquals(Tone.GOOD, message.tone());
        assertEquals("Saved.", message.text().get());
        assertEquals(Optional.empty(), message.setting());
        assertEquals(ID, model.text(Setting.CLIENT_ID).get());
    }

    @Test
    void settingsThatAreNotOfferedAreKept() throws IOException {
        put("newer-version=off\nappearance=light\n");
        SettingsModel model = offering(EnumSet.complementOf(EnumSet.of(Setting.NEWER_VERSION)));
        assertFalse(model.offers(Setting.NEWER_VERSION));
        assertTrue(model.offers(Setting.APPEARANCE));
        model.text(Setting.APPEARANCE).set("dark");
        model.save();
        assertEquals(Settings.DEFAULTS.with(Setting.NEWER_VERSION, "off").with(Setting.APPEARANCE, "dark"),
                StoredSettings.load(folder()).effective());
    }

    @Test
    void nothingIsWrittenBeforeSaving() {
        SettingsModel model = model();
        model.onShown();
        model.text(Setting.ORGANISATION).set("maple.example");
        assertFalse(Files.exists(folder()));
    }

    @Test
    void aWrongValueIsReportedAtItsFieldAndNoInputIsLost() {
        SettingsModel model = model();
        model.text(Setting.CLIENT_ID).set(ID);
        model.text(Setting.ORGANISATION).set("it@maple.example");
        model.text(Setting.APPEARANCE).set("dark");
        model.save();
        assertEquals(Optional.of(Setting.ORGANISATION), model.message().get().flatMap(Message::setting));
        assertEquals(Optional.of(Tone.BAD), model.message().get().map(Message::tone));
        assertEquals("it@maple.example", model.text(Setting.ORGANISATION).get());
        assertEquals(ID, model.text(Setting.CLIENT_ID).get());
        assertEquals(List.of(), inForce);
        assertFalse(Files.exists(folder()));
        model.text(Setting.ORGANISATION).set("maple.example");
        assertEquals(Optional.empty(), model.message().get());
    }

    @Test
    void unsavedInputIsThereWhenThePageIsOpenedAgain() {
        SettingsModel model = model();
        model.text(Setting.ORGANISATION).set("maple");
        model.onShown();
        assertEquals("maple", model.text(Setting.ORGANISATION).get());
    }

    @Test
    void anInvalidValueIsReportedUntilTheNextSaveAndAnUnknownKeyAsLongAsItIsThere() throws IOException {
        put("client-id=my-secret-value\na=1\nb=1\nc=1\nd=1\n");
        SettingsModel model = model();
        model.onShown();
        String text = model.message().get().map(it -> it.text().get()).orElse("");
        assertTrue(text.contains("Client ID") && text.contains("a, b, c …"), text);
        assertFalse(text.contains("my-secret-value"), text);
        model.save();
        model.onShown();
        text = model.message().get().map(it -> it.text().get()).orElse("");
        assertTrue(!text.contains("Client ID") && text.contains("a, b, c …"), text);
        assertEquals("a=1\nb=1\nc=1\nd=1\n", Files.readString(folder().resolve("settings.properties")));
    }

    @Test
    void settingsThatCannotBeWrittenStillApplyAndThatIsReported() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");
        SettingsModel model = model();
        model.text(Setting.APPEARANCE).set("dark");
        model.save();
        assertEquals(1, inForce.size());
        assertEquals(Optional.of(Tone.BAD), model.message().get().map(Message::tone));
        assertEquals("dark", model.text(Setting.APPEARANCE).get());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasAText(SettingsIssue.Reason reason) {
        String words = new SettingsIssueText(messages)
                .inFile(List.of(new SettingsIssue.BadValue(Setting.APPEARANCE, reason)));
        assertTrue(words.startsWith("Your settings file: “Appearance” was not taken. "), words);
        assertFalse(words.endsWith("taken. "), words);
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHasAText(SettingsIssue.Fault fault) {
        List<SettingsIssue> bad = List.of(new SettingsIssue.BadFile(fault));
        assertTrue(new SettingsIssueText(messages).inFile(bad).startsWith("Your settings file"));
        assertTrue(new SettingsIssueText(messages).inDepartmentFile(folder(), bad).contains(folder().toString()));
    }

    @Test
    void managedSettingsAreShownAndCannotBeChanged() throws IOException {
        put("organisation=oak.example\n");
        SettingsModel model = model(new TrustedFile.Result.Trusted("organisation=maple.example\n".getBytes(UTF_8)));
        assertTrue(model.isManaged(Setting.ORGANISATION));
        assertFalse(model.isManaged(Setting.CLOUD));
        assertEquals("maple.example", model.text(Setting.ORGANISATION).get());
        model.onShown();
        assertEquals(Optional.empty(), model.message().get());
        model.text(Setting.CLOUD).set("china");
        model.save();
        assertEquals(
                List.of(Settings.DEFAULTS.with(Setting.ORGANISATION, "maple.example").with(Setting.CLOUD, "china")),
                inForce);
        assertEquals("maple.example", model.text(Setting.ORGANISATION).get());
        assertEquals(Optional.of("oak.example"), StoredSettings.load(folder()).effective().organisation());
    }

    @Test
    void anUntrustedManagedFileIsReportedWithItsPathEvenAfterSaving() {
        SettingsModel model = model(new TrustedFile.Result.Ignored(TrustedFile.Reason.WRITABLE_BY_OTHERS));
        for (int times = 0; times < 2; times++) {
            model.onShown();
            String text = model.message().get().map(it -> it.text().get()).orElse("");
            assertTrue(text.contains("everybody.properties") && text.contains("nobody but administrators"), text);
            model.save();
        }
    }

    @Test
    void everyChoiceHasALabel() {
        for (Setting setting : Setting.values()) {
            long different = setting.choices()
                    .stream()
                    .map(choice -> SettingRow.choiceLabel(setting, choice, messages))
                    .distinct()
                    .count();
            assertEquals(setting.choices().size(), different);
        }
        assertEquals("English", SettingRow.choiceLabel(Setting.LANGUAGE, "en", messages));
    }

    private SettingsModel model(TrustedFile.Result department) {
        return new SettingsModel(
                StoredSettings.load(folder(),
                        new ManagedSettingsFile(home.resolve("everybody.properties"), () -> department),
                        new ProxyVariables(Map.of())),
                EnumSet.allOf(Setting.class), messages, inForce::add);
    }

    private SettingsModel model() {
        return offering(EnumSet.allOf(Setting.class));
    }

    private SettingsModel offering(Set<Setting> offered) {
        return new SettingsModel(StoredSettings.load(folder()), offered, messages, inForce::add);
    }

    private Path folder() {
        return home.resolve("keyturn");
    }

    private void put(String text) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("settings.properties"), text);
    }
}
