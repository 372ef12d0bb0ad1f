package app.keyturn.pages.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether the list of licences is complete. (The build already fails at a licence that may not be shipped.) */
class LicencesTest {
    /** One entry of the list: name and version, then group and artifact, then the licences. */
    private static final Pattern LIBRARY = Pattern
            .compile("(?m)^\\S.* (\\S+)\\n {4}([\\w.-]+):([\\w.-]+)\\n {4}(\\S.*)$");
    /** Licences that require no more than their own text. */
    private static final Set<String> WITHOUT_NOTICE = Set.of("Apache-2.0", "MIT-0", "EPL-2.0",
            "GPL-2.0 with Classpath Exception");

    private final String text = new Licences(Path.of(".")).text();
    private final List<MatchResult> libraries = LIBRARY.matcher(text).results().toList();

    @Test
    void everyLibraryIsListedWithItsVersion() {
        List<String> jars = libraries.stream().map(it -> it.group(3) + "-" + it.group(1) + ".jar").toList();
        String path = System.getProperty("java.class.path").replace('\\', '/');
        assertTrue(libraries.size() >= 50, libraries.size() + " libraries");
        assertEquals(List.of(),
                jars.stream().filter(jar -> !jar.startsWith("javafx-") && !path.contains("/" + jar)).toList());
        for (String known : List.of("okhttp-", "gson-", "msal4j-", "microsoft-graph-", "javafx-graphics-",
                "controlsfx-")) {
            assertTrue(jars.stream().anyMatch(jar -> jar.startsWith(known)), known);
        }
    }

    @Test
    void everyListedLicenceIsIncluded() {
        assertEquals(Set.of(), licences().stream()
                .filter(licence -> !text.contains("\n" + licence + "\n" + "=".repeat(licence.length()) + "\n"))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aLibraryWhoseLicenceRequiresANoticeHasOne() {
        String notices = text.substring(text.indexOf("\nNOTICES\n"));
        assertEquals(Set.of(), libraries.stream()
                .filter(it -> Set.of(it.group(4).split(" or ")).stream().noneMatch(WITHOUT_NOTICE::contains))
                .map(it -> it.group(2))
                .filter(group -> !notices.contains(group + " (") && !notices.contains(group + ", "))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void fontsAndJavaAreListed() {
        assertTrue(text.contains("\nInter, Regular and Bold\n    SIL Open Font License 1.1\n"));
        assertTrue(text.contains("SIL OPEN FONT LICENSE Version 1.1"));
        assertTrue(text.contains("\nJava runtime (OpenJDK"));
    }

    private Set<String> licences() {
        return libraries.stream()
                .flatMap(it -> List.of(it.group(4).split(" or ")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
