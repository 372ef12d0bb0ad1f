package app.keyturn.testkit;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Problem;
import app.keyturn.wizard.ProblemText;
import app.keyturn.wizard.RenewalState;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that the user can see, hear or copy of a problem. */
public final class ShownProblem {
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH);
    private static final ProblemText TEXTS = new ProblemText(MESSAGES, new RenewalState(), "1.2.3");

    private ShownProblem() {}

    /** The details to copy. */
    public static String details(Problem problem) {
        return TEXTS.details(problem);
    }

    /** Title, the four texts, the button, the spoken text, and the details to copy. */
    public static Stream<String> of(Problem problem) {
        return Stream.of(MESSAGES.title(problem), TEXTS.whatHappened(problem), MESSAGES.changed(problem),
                MESSAGES.changedMeans(problem), MESSAGES.whatToDo(problem), MESSAGES.whoCanHelp(problem),
                MESSAGES.action(problem), problem.code().id(), TEXTS.screenReaderText(problem), TEXTS.details(problem),
                "by hand: " + problem.code().offersByHand());
    }
}
