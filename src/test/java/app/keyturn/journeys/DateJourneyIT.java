package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.time.LocalDate;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a date that is typed on the token page: it is taken, asked about, or stays with the reason. */
class DateJourneyIT extends JourneyTest {
    private final LocalDate shownByApple = LocalDate.now(clock).plusDays(200).withDayOfMonth(27);

    @BeforeEach
    void goToTheTokenPage() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
    }

    @Test
    void enterTakesTheDateThatWasTypedBeforeItGoesOn() {
        user.typeDate("expiry", "%d/%d/%d".formatted(shownByApple.getDayOfMonth(), shownByApple.getMonthValue(),
                shownByApple.getYear()));
        user.press(KeyCode.ENTER);
        user.waitFor("page-save");
        user.click("test-and-save");
        user.waitFor("page-done");
        user.waitForMessage("done-until", "done.until.CONFIRMED", user.messages().day(shownByApple));
        assertTrue(user.isEnabled("save-reminder"));
        assertTrue(user.isEnabled("save-receipt"));
    }

    @Test
    void theMainButtonUsesTheDateThatWasTypedToo() {
        user.typeDate("expiry", user.messages().day(shownByApple));
        user.click("next");
        user.waitFor("page-save");
        user.click("back");
        user.waitFor("page-token");
        assertEquals(user.messages().day(shownByApple), user.typedDate("expiry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.2.2027", "in a year", "13/13/2027", "March 1, 2026", "3/7", ""})
    void aDateThatIsNotAcceptedStaysOnThePageWithTheReason(String typed) {
        user.typeDate("expiry", typed);
        assertFalse(user.isEnabled("next"), "the date is not that of before");
        user.press(KeyCode.ENTER);
        assertTrue(user.isInSight("page-token"));
        assertFalse(user.isEnabled("next"));
        assertFalse(user.read("date-hint").isEmpty());
        user.focus("token");
        assertEquals(typed, user.typedDate("expiry"));
        user.typeDate("expiry", user.messages().day(shownByApple));
        assertTrue(user.isEnabled("next"));
    }

    @Test
    void aDateThatFitsTwoDaysIsAskedAboutAndAnsweredByKeyboard() {
        int year = LocalDate.now(clock).getYear() + 1;
        user.typeDate("expiry", "3/7/" + year);
        user.press(KeyCode.ENTER);
        user.waitForMessage("date-hint", "expiry.question");
        assertEquals("expiry-choice-1", user.focused());
        assertEquals(user.messages().day(LocalDate.of(year, 3, 7)), user.read("expiry-choice-1"));
        assertEquals(user.messages().day(LocalDate.of(year, 7, 3)), user.read("expiry-choice-2"));
        user.press(KeyCode.TAB);
        user.press(KeyCode.SPACE);
        assertEquals(user.messages().day(LocalDate.of(year, 7, 3)), user.typedDate("expiry"));
        user.press(KeyCode.ENTER);
        user.waitFor("page-save");
    }

    /** Also the day that the field had before, which is no change for JavaFX. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aDayChosenInTheCalendarReplacesWhateverWasTyped(int daysAfter) {
        LocalDate guess = LocalDate.now(clock).plusYears(1);
        LocalDate chosen = guess.withDayOfMonth(guess.getDayOfMonth() > 27 ? 1 : guess.getDayOfMonth() + daysAfter);
        user.typeDate("expiry", "nonsense");
        user.chooseDay("expiry", chosen);
        assertEquals(user.messages().day(chosen), user.typedDate("expiry"));
        assertTrue(user.isEnabled("next"));
        user.focus("token");
        assertEquals(user.messages().day(chosen), user.typedDate("expiry"));
    }

    @Test
    void anotherLanguageKeepsWhatWasTyped() {
        user.typeDate("expiry", "31.2.2027");
        user.onWindow(() -> {
            user.messages().setLanguage(Locale.GERMAN);
            return true;
        });
        assertEquals("31.2.2027", user.typedDate("expiry"));
    }
}
