package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.settings.Languages;
import app.keyturn.testkit.PropertyList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What macOS reads about the program. */
class MacPropertyListsTest {
    /** What jpackage fills into its own Info.plist, but for file types, of which Keyturn has none. */
    private static final Set<String> PLACEHOLDERS = Set.of("DEPLOY_LAUNCHER_NAME", "DEPLOY_ICON_FILE",
            "DEPLOY_BUNDLE_IDENTIFIER", "DEPLOY_BUNDLE_NAME", "DEPLOY_BUNDLE_SHORT_VERSION",
            "DEPLOY_BUNDLE_CFBUNDLE_VERSION");

    @Test
    void jpackageFillsInEveryPlaceholder() throws IOException {
        assertEquals(PLACEHOLDERS, read("Info.plist").values()
                .stream()
                .map(Object::toString)
                .filter(value -> value.contains("DEPLOY"))
                .collect(Collectors.toSet()));
    }

    @Test
    void macOsShowsItsDialogsInEveryLanguageOfKeyturn() throws IOException {
        Map<String, Object> info = read("Info.plist");
        assertEquals(Languages.SUPPORTED.stream().map(Locale::toLanguageTag).toList(),
                info.get("CFBundleLocalizations"));
        assertEquals(Languages.SUPPORTED.getFirst().toLanguageTag(), info.get("CFBundleDevelopmentRegion"));
    }

    /** JavaFX's menu has CFBundleDisplayName, or else CFBundleName, or else the name of the main class. */
    @Test
    void theMenuNamesTheProgram() throws IOException {
        Map<String, Object> info = read("Info.plist");
        assertEquals("DEPLOY_BUNDLE_NAME", info.get("CFBundleName"));
        assertFalse(info.containsKey("CFBundleDisplayName"));
    }

    @Test
    void theProgramMayCompileToMachineCodeAndNothingElse() throws IOException {
        assertEquals(Map.of("com.apple.security.cs.allow-jit", true,
                "com.apple.security.cs.allow-unsigned-executable-memory", true), read("keyturn.entitlements"));
    }

    private static Map<String, Object> read(String file) throws IOException {
        return PropertyList.parse(Files.readString(Path.of("packaging", "macos", file)));
    }
}
