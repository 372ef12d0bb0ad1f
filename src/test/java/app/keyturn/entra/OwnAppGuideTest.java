package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.signin.RedirectListener;
import app.keyturn.platform.Folders;
import app.keyturn.platform.OperatingSystem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.settings.ManagedSettingsFile;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.settings.SettingsFile;
import app.keyturn.testkit.AllProblems;
import app.keyturn.testkit.PracticeRenewal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page and the script about an app of one's own say what the program does. */
class OwnAppGuideTest {
    /** What Microsoft's PowerShell calls the clouds: Microsoft Learn, "Get-MgEnvironment". */
    private static final Map<String, String> ENVIRONMENTS = Map.of("global", "Global", "us-gov-gcc-high", "USGov",
            "us-gov-dod", "USGovDoD", "china", "China");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private final String script;
    private final String page;

    OwnAppGuideTest() throws IOException {
        script = Files.readString(Path.of("docs/register-own-app.ps1"));
        page = Files.readString(Path.of("docs/own-app.md"));
    }

    @Test
    void bothAskForThePermissionsThatTheProgramAsksFor() {
        Set<String> asked = Cloud.GLOBAL.scopes()
                .stream()
                .map(scope -> scope.substring(scope.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        assertEquals(asked, Set.copyOf(quoted("\\$permissions = @\\((.*)\\)")));
        asked.forEach(permission -> assertTrue(page.contains("- `" + permission + "`"), permission));
    }

    @Test
    void bothNameTheAddressToWhichTheSignInComesBack() throws IOException {
        try (RedirectListener receiver = RedirectListener.open("state", PracticeRenewal.PAGES)) {
            URI redirect = URI.create(receiver.redirect());
            String registered = redirect.getScheme() + "://" + redirect.getHost();
            assertEquals(List.of(registered), quoted("\\$redirectUri = (.*)"));
            assertTrue(page.contains("\n   " + registered + "\n"), registered);
        }
    }

    @Test
    void theScriptKnowsTheCloudsOfTheSettingsByTheirNamesInPowerShell() {
        assertEquals(Setting.CLOUD.choices(), quoted("\\[ValidateSet\\((.*)\\)]"));
        Map<String, String> known = Pattern.compile("(?m)^    '([\\w-]+)' += '(\\w+)'$")
                .matcher(script)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        assertEquals(ENVIRONMENTS, known);
    }

    @Test
    void theScriptNamesNoAddressOfMicrosofts() {
        assertEquals(List.of("http://localhost"), Pattern.compile("https?://[^\\s',]+")
                .matcher(script)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList());
    }

    @Test
    void theScriptIsPlainAsciiSoThatEveryPowerShellReadsItAlike() {
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(script));
    }

    @Test
    void thePageNamesThePortalOfEachCloud() {
        for (String name : Setting.CLOUD.choices()) {
            URI portal = Cloud.of(Settings.DEFAULTS.with(Setting.CLOUD, name)).portal();
            assertTrue(page.lines()
                    .anyMatch(line -> line.contains("`" + portal + "`")
                            && line.contains("`" + name + "`")),
                    name);
        }
    }

    @Test
    void thePageNamesEveryKeyAndEveryValue() {
        for (Setting setting : Setting.values()) {
            String line = page.lines()
                    .filter(each -> each.startsWith("| `" + setting.key() + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(setting));
            assertTrue(setting.choices().stream().allMatch(choice -> line.contains("`" + choice + "`")), line);
        }
        assertTrue(page.contains("at most " + SettingsFile.MAX_BYTES / 1024 + " KiB"));
    }

    @Test
    void thePageNamesWhereTheProgramLooksForTheFile() {
        for (String system : List.of("Mac OS X", "Linux")) {
            String file = ManagedSettingsFile.in(folders(system)).path().toString().replace('\\', '/');
            assertTrue(page.contains("`" + file + "`"), file);
        }
        String file = ManagedSettingsFile.in(folders("Windows 11")).path().toString().replace('/', '\\');
        assertTrue(page.contains("`" + file + "`"), file);
    }

    @Test
    void thePageExplainsOnlyProblemsThatThereAre() {
        Set<String> known = Stream.of(ProblemCode.Group.SIGN_IN, ProblemCode.Group.SERVICE)
                .flatMap(AllProblems::codes)
                .map(ProblemCode::id)
                .collect(Collectors.toSet());
        List<String> explained = Pattern.compile("(?m)^\\| `([A-Z-]+)` \\|")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(known.containsAll(explained), explained::toString);
        assertTrue(explained.containsAll(List.of("SIGNIN-APP-MISSING", "SIGNIN-SINGLE-TENANT", "SIGNIN-NO-REDIRECT",
                "SIGNIN-NOT-PUBLIC", "SIGNIN-NEEDS-APPROVAL", "SIGNIN-NOT-ASSIGNED", "SIGNIN-APP-REFUSED")),
                explained::toString);
    }

    private static Path folders(String system) {
        return new Folders(OperatingSystem.fromName(system), name -> Optional.of("%" + name + "%"), Path.of("home"))
                .allUsers();
    }

    /** What stands in quotes in the line of the script that looks so. */
    private List<String> quoted(String line) {
        String inside = Pattern.compile(line)
                .matcher(script)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(line))
                .group(1);
        return QUOTED.matcher(inside).results().map(found -> found.group(1)).toList();
    }
}
