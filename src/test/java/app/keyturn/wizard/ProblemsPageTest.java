package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.testkit.AllProblems;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of the docs that lists every problem. It consists of the program's own texts and a line of background each;
 * {@code mvn test -Dtest=ProblemsPageTest -Dwrite} writes it.
 */
class ProblemsPageTest {
    private static final Path PAGE = Path.of("docs", "problems.md");
    private static final Path BACKGROUNDS = Path.of("docs", "problem-backgrounds.properties");

    private final Messages messages = Messages.in(Locale.ENGLISH);

    @Test
    void thePageMatchesTheProgram() throws IOException {
        String page = page(backgrounds());
        if (System.getProperty("write") != null) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "To write it again: mvn test -Dtest=ProblemsPageTest -Dwrite");
    }

    @Test
    void everyProblemHasABackgroundAndNoneIsLeftOver() throws IOException {
        Properties backgrounds = backgrounds();
        assertEquals(
                AllProblems.all().map(problem -> problem.code().id()).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(backgrounds.stringPropertyNames()));
        backgrounds.forEach((code, text) -> assertFalse(text.toString().isBlank(), code::toString));
    }

    @Test
    void everythingAProblemRefersToIsOnThePage() throws IOException {
        Set<String> codes = AllProblems.all().map(problem -> problem.code().id()).collect(Collectors.toSet());
        for (Object text : backgrounds().values()) {
            Set<String> named = Pattern.compile("\\b[A-Z]{3,}(-[A-Z]+)+\\b")
                    .matcher(text.toString())
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
            named.removeAll(codes);
            assertEquals(Set.of(), named);
        }
    }

    private String page(Properties backgrounds) {
        StringBuilder page = new StringBuilder("""
                # Every problem Keyturn can name

                Whatever goes wrong, Keyturn shows a code, and says what happened, whether anything was changed, what to
                do now, and who can help. This page has the same words for each code, and what is behind it: for the
                administrator who helps. *Copy details* in the window gives the code, the time (UTC), the HTTP status,
                Microsoft's error code, request id and correlation id, and the version of Keyturn; never a token.

                Some problems can be met before a save and after one. For these, the page has what is said before; after
                a save it is one of these sentences:

                """);
        for (ChangeState changed : ChangeState.values()) {
            page.append("- ").append(standing(changed)).append('\n');
        }
        page.append("\nThe codes:\n\n");
        AllProblems.all()
                .forEach(problem -> page.append("- [%s](#%s): %s%n".formatted(problem.code().id(),
                        problem.code().id().toLowerCase(Locale.ROOT), messages.title(problem))));
        AllProblems.all().forEach(problem -> page.append(section(problem, backgrounds)));
        return page.toString().replace(System.lineSeparator(), "\n");
    }

    private String section(Problem problem, Properties backgrounds) {
        boolean alsoAfterASave = problem.after(ChangeState.SAVED).changed() != problem.changed()
                && problem.after(ChangeState.SAVED).code() == problem.code();
        return """

                ## %s

                **%s**

                - *%s:* %s
                - *Was anything changed:* %s%s
                - *%s:* %s Button: **%s**
                - *%s:* %s

                What is behind it: %s
                """.formatted(problem.code().id(), messages.title(problem), messages.text("problem.label.what"),
                messages.whatHappened(problem, messages.text("problem.organisation")), standing(problem.changed()),
                alsoAfterASave ? " (After a save: how things stood then.)" : "", messages.text("problem.label.do"),
                messages.whatToDo(problem), messages.action(problem), messages.text("problem.label.who"),
                messages.whoCanHelp(problem), backgrounds.getProperty(problem.code().id()));
    }

    private String standing(ChangeState changed) {
        return messages.text("changed." + changed) + " " + messages.text("changed." + changed + ".means");
    }

    private static Properties backgrounds() throws IOException {
        Properties backgrounds = new Properties();
        try (Reader file = Files.newBufferedReader(BACKGROUNDS)) {
            backgrounds.load(file);
        }
        return backgrounds;
    }
}
