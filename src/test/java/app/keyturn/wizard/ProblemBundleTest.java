package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.testkit.AllProblems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the problems: complete, none left over, none used twice. */
class ProblemBundleTest {
    private static final List<String> PARTS = List.of("title", "what", "do", "who");
    private final Messages messages = Messages.in(Locale.ENGLISH);

    static Stream<Problem> problems() {
        return AllProblems.all();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemSaysWhatHappenedWhatWasChangedWhatToDoAndWhoCanHelp(Problem problem) {
        for (String text : List.of(messages.title(problem), messages.whatHappened(problem, "Maple Street School"),
                messages.changed(problem), messages.changedMeans(problem), messages.whatToDo(problem),
                messages.whoCanHelp(problem), messages.action(problem))) {
            assertFalse(text.isBlank());
            assertFalse(text.contains("{"), text);
        }
    }

    @Test
    void noTwoProblemsShareATitleWhatHappenedOrWhatToDo() {
        List<Function<Problem, String>> own = List.of(messages::title,
                problem -> messages.whatHappened(problem, "Maple"), messages::whatToDo);
        List<String> texts = new ArrayList<>(
                own.stream().flatMap(part -> AllProblems.all().map(part)).toList());
        assertEquals(texts.stream().distinct().toList(), texts);
    }

    @Test
    void noTextIsLeftOverFromARemovedProblem() {
        Set<String> used = AllProblems.all()
                .flatMap(problem -> PARTS.stream().map(part -> "problem." + problem.code().id() + "." + part))
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(Set.of("problem.label.what", "problem.label.do", "problem.label.who", "problem.keys",
                "problem.check.only",
                "problem.issuer", "problem.clock.behind", "problem.clock.ahead", "problem.organisation"));
        Arrays.stream(Action.values()).forEach(action -> used.add("action." + action));
        for (ChangeState changed : ChangeState.values()) {
            used.addAll(List.of("changed." + changed, "changed." + changed + ".means"));
        }
        Set<String> there = messages.bundle()
                .keySet()
                .stream()
                .filter(key -> key.matches("(problem|action|changed)\\..*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, there);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatToDoNamesTheActionOfTheButton(Problem problem) {
        List<String> words = switch (problem.action()) {
            case SIGN_IN_AGAIN -> List.of("sign in again");
            case SWITCH_ACCOUNT -> List.of("use another account");
            case CHOOSE_APP -> List.of("choose another app");
            case BACK_TO_TOKEN -> List.of("back to the token");
            case TRY_AGAIN -> List.of("try again");
            case READ_AGAIN -> List.of("look again");
            case CHECK_AGAIN -> List.of("check again");
            case BY_HAND -> List.of("by hand");
        };
        String todo = messages.whatToDo(problem).toLowerCase(Locale.ROOT);
        assertTrue(words.stream().allMatch(todo::contains), todo);
    }

    @Test
    void ifNoAppWasFoundTheSearchedOrganisationIsNamed() {
        Problem none = AllProblems.of(ProblemCode.APP_NOT_FOUND);
        assertTrue(messages.whatHappened(none, "Maple Street School").contains("Maple Street School"));
    }

    @Test
    void theIssuerOfAnUnknownCertificateIsNamedAndCannotBreakTheText() {
        Problem inspected = AllProblems.of(ProblemCode.NET_INSPECTED).withIssuer(Optional.of("Maple's {0} filter"));
        assertTrue(messages.whatHappened(inspected, "").endsWith("“Maple's {0} filter”."));
    }

    @Test
    void theSettingsOfAProblemAreNamed() {
        Problem lost = AllProblems.of(ProblemCode.SAVE_SETTINGS_LOST).withKeys(List.of("SyncAll"));
        assertTrue(messages.whatHappened(lost, "").endsWith("It concerns: SyncAll."));
    }
}
