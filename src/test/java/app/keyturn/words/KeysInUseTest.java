package app.keyturn.words;

import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every text is used, and every text that is used exists. Composed keys are listed in {@link BuiltKeys}; {@code
 * ProblemBundleTest} compares the texts of the problems with the problems.
 */
class KeysInUseTest {
    private static final Path CODE = Path.of("src/main/java/app/keyturn");
    private static final Path PRACTICE_CODE = CODE.resolve("practice");
    private static final Pattern LITERAL = Pattern.compile("\"([\\w.-]+)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern IN_DATA = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern FILE_NAME = Pattern.compile(".*\\.(properties|css|json|fxml|txt|csv)");

    /** Microsoft's codes with a text of their own: the program checks the bundle for them. */
    private static final Pattern CODE_OF_MICROSOFT = Pattern.compile("aadsts\\.(\\d+)(\\.own)?");
    private static final Pattern OF_PROBLEMS = Pattern.compile("(problem\\.[A-Z]|action\\.|changed\\.).*");

    private final RawBundle program = RawBundle.english();
    private final RawBundle practice = RawBundle.read(RawBundle.RESOURCES.resolve("practice/pages.properties"));

    @Test
    void everyTextOfTheProgramIsUsed() {
        Set<String> used = named(files(CODE, "java").filter(not(KeysInUseTest::isPractice)), LITERAL);
        used.addAll(named(files(RawBundle.RESOURCES, "fxml"), IN_FXML));
        used.addAll(named(files(RawBundle.RESOURCES, "").filter(file -> file.startsWith(
                RawBundle.RESOURCES.resolve("guide"))), IN_DATA));
        BuiltKeys.ofTheProgram().stream().flatMap(BuiltKeys::keys).forEach(used::add);
        assertEquals(List.of(), program.texts()
                .keySet()
                .stream()
                .filter(not(used::contains))
                .filter(not(CODE_OF_MICROSOFT.asMatchPredicate()))
                .filter(not(OF_PROBLEMS.asMatchPredicate()))
                .toList(), "used nowhere. If the program puts it together, say so in BuiltKeys");
    }

    @Test
    void everyTextOfThePracticePagesIsUsed() {
        Set<String> used = named(files(PRACTICE_CODE, "java"), LITERAL);
        BuiltKeys.ofThePractice().stream().flatMap(BuiltKeys::keys).forEach(used::add);
        assertEquals(List.of(), practice.texts().keySet().stream().filter(not(used::contains)).toList());
    }

    @Test
    void everyTextTheProgramAsksForIsThere() {
        Set<String> asked = named(files(CODE, "java").filter(not(KeysInUseTest::isPractice)), LITERAL);
        asked.removeIf(not(isLikeAKeyOf(program)));
        BuiltKeys.ofTheProgram().forEach(built -> asked.remove(built.beginning()));
        BuiltKeys.ofTheProgram().stream().flatMap(BuiltKeys::keys).forEach(asked::add);
        asked.addAll(named(files(RawBundle.RESOURCES, "fxml"), IN_FXML));
        asked.removeAll(program.texts().keySet());
        assertEquals(Set.of(), asked);
    }

    @Test
    void everyTextThePracticePagesAskForIsThere() {
        Set<String> asked = named(files(PRACTICE_CODE, "java"), LITERAL);
        asked.removeIf(not(isLikeAKeyOf(practice)));
        BuiltKeys.ofThePractice().stream().flatMap(BuiltKeys::keys).forEach(asked::add);
        asked.removeAll(practice.texts().keySet());
        assertEquals(Set.of(), asked);
    }

    @Test
    void everyPrefixOfBuiltKeysOccursInTheCode() {
        Set<String> literals = named(files(CODE, "java"), LITERAL);
        assertEquals(List.of(), Stream.concat(BuiltKeys.ofTheProgram().stream(), BuiltKeys.ofThePractice().stream())
                .map(BuiltKeys::beginning)
                .filter(not(literals::contains))
                .toList());
    }

    @Test
    void aCodeOfMicrosoftsHasItsOwnText() {
        program.texts().forEach((key, text) -> {
            var code = CODE_OF_MICROSOFT.matcher(key);
            assertTrue(!code.matches() || text.startsWith("AADSTS" + code.group(1) + ":"), key);
        });
    }

    /** Two parts or more, the first of which occurs in the bundle; neither a prefix nor a file name. */
    private static Predicate<String> isLikeAKeyOf(RawBundle bundle) {
        Set<String> rooms = bundle.texts().keySet().stream().map(KeysInUseTest::room).collect(Collectors.toSet());
        return literal -> literal.contains(".") && !literal.endsWith(".") && rooms.contains(room(literal))
                && !FILE_NAME.matcher(literal).matches();
    }

    private static String room(String key) {
        return key.replaceFirst("\\..*", "");
    }

    private static boolean isPractice(Path file) {
        return file.startsWith(PRACTICE_CODE);
    }

    private static Stream<Path> files(Path folder, String kind) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(kind)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> named(Stream<Path> files, Pattern name) {
        return files.flatMap(file -> {
            try {
                return name.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .map(
                                found -> found.replaceAll("^\"%?|\"$", ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).collect(Collectors.toCollection(TreeSet::new));
    }
}
