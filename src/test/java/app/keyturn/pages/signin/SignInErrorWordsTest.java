package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.SignInErrorNumber;
import app.keyturn.settings.Languages;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator reads about each of Microsoft's numbers, as a problem and as help for a pasted message. */
class SignInErrorWordsTest {
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final ProblemMapper problems = new ProblemMapper(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            65004   | permissions were declined        | press Accept
            90123   | was cancelled                    | Sign in again
            900941  | administrator has to approve     | one that may approve apps
            90093   | administrator has to approve     | one that may approve apps
            90095   | administrator has to approve     | one that may approve apps
            90008   | administrator has to approve     | copy the request below
            65005   | administrator has to approve     | copy the request below
            650057  | administrator has to approve     | copy the request below
            90099   | partner’s account cannot approve | one of the customer’s own organisation
            530034  | partner’s account cannot approve | send it to the customer
            500212  | does not let the other’s accounts in | one of the organisation you renew for
            500213  | does not let the other’s accounts in | one of the organisation you renew for
            530001  | computer or browser is not allowed   | another browser
            530002  | computer or browser is not allowed   | manages
            530003  | computer or browser is not allowed   | manages
            50005   | computer or browser is not allowed   | manages
            50097   | computer or browser is not allowed   | Microsoft Edge
            50129   | computer or browser is not allowed   | manages
            50131   | computer or browser is not allowed   | manages
            50187   | computer or browser is not allowed   | Microsoft Edge
            53000   | computer or browser is not allowed   | manages
            53002   | computer or browser is not allowed   | copy the request below
            500021  | certain organisations only       | another network
            50002   | certain organisations only       | another network
            500022  | certain organisations only       | another network
            53003   | blocks this sign-in              | another account
            53004   | sees a risk                      | clear the risk
            53011   | sees a risk                      | clear the risk
            53010   | set up somewhere else            | Set it up at work
            50078   | one more proof                   | all that Microsoft’s page asks for
            50072   | one more proof                   | all that Microsoft’s page asks for
            50158   | one more proof                   | all that Microsoft’s page asks for
            50173   | sign in again                    | Sign in again
            70008   | sign in again                    | Sign in again
            70043   | sign in again                    | Sign in again
            700082  | sign in again                    | Sign in again
            7000112 | switched off                     | switched the app on
            7000218 | not set up for a program         | public client flows
            9002327 | set up for a web page            | Mobile and desktop applications
            700054  | cannot be used here              | put the app right
            500113  | cannot report back               | http://localhost
            900971  | cannot report back               | http://localhost
            51004   | belongs somewhere else           | the one your school or company gave you
            500200  | private account                  | your work or school account
            90038   | another Microsoft cloud          | Choose the cloud in Settings
            50144   | cannot sign in at the moment     | new password
            50105   | not on the sign-in app’s list    | one that is on the list
            700016  | does not know the sign-in app    | check its ID
            50196   | asks for a pause                 | Wait a few minutes
            """)
    void theTitleSaysWhyAndTheNextStepIsTheRightOne(int number, String title, String step) {
        Problem problem = problem("invalid_grant", number);
        assertEquals(problem.code(), problem("access_denied", number).code());
        assertContains(title, messages.title(problem));
        assertContains(step, messages.whatToDo(problem));
    }

    @Test
    void anUnknownNumberIsNoCancelPressed() {
        Problem unknown = problem("access_denied", 99_999);
        String said = messages.title(unknown) + messages.whatHappened(unknown, "") + messages.whatToDo(unknown);
        assertFalse(said.contains("Cancel") || said.contains("declined") || said.contains("Accept"), said);
        assertContains("Cancel was pressed", messages.whatHappened(problems.ofSignIn("access_denied", ""), ""));
    }

    static Stream<Locale> languages() {
        return Languages.SUPPORTED.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKnownNumberHasHelpInEveryLanguage(Locale language) {
        SignInText text = text(language);
        IntStream.range(10_000, 10_000_000)
                .mapToObj(SignInErrorNumber::new)
                .filter(number -> number.meaning().isPresent())
                .forEach(number -> {
                    String help = text.errorHelp("Message: " + number + ": x", false);
                    assertTrue(help.startsWith(number.toString()) && !help.contains("{"), help);
                    assertFalse(help.equals(text.messages().text("aadsts.other", Integer.toString(number.value()))),
                            help);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            90099   | Partner access (“GDAP”) does not let you approve the app yourself.
            530034  | Use an account of the customer’s own organisation.
            500213  | One of the two does not allow that
            530003  | a computer that your school or company manages
            7000112 | Somebody has switched off the app
            7000218 | The sign-in app is not set up for a program on a computer.
            9002327 | “Single-page application”
            90123   | Cancel or Back was pressed
            53010   | Set it up at work
            """)
    void theHelpForAPastedMessageSaysTheSame(int number, String words) {
        String pasted = "Request Id: 50105123-5310-4f6a-9000-530030000000 Timestamp: 2026-03-05T09:00:00Z Message: AADSTS"
                + number + ": Words.";
        assertContains(words, text(Locale.ENGLISH).errorHelp(pasted, false));
    }

    @Test
    void whereAnAppIsBlockedOrMissingItIsToldFromTheRetiredOne() {
        for (int number : new int[]{53003, 700016, 7000112, 65002}) {
            assertContains("only the “Microsoft Graph CLI” (mgc), another one, was retired",
                    messages.whoCanHelp(problem("invalid_grant", number)));
        }
        for (int number : new int[]{700016, 700011, 7000112, 65002, 70001}) {
            assertContains("“Microsoft Graph CLI” (mgc)", text(Locale.ENGLISH).errorHelp("AADSTS" + number, false));
        }
    }

    private static SignInText text(Locale language) {
        Messages texts = Messages.in(language);
        return new SignInText(texts, new SyncText(texts, Clock.systemUTC()));
    }

    private Problem problem(String error, int number) {
        return problems.ofSignIn(error, "AADSTS" + number + ": Words.\r\nTimestamp: 2026-11-22 10:00:00Z");
    }

    private static void assertContains(String part, String text) {
        assertTrue(text.contains(part), text);
    }
}
