package app.keyturn.i18n;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTextTest {
    private final Messages messages = Messages.in(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({"PT6M,about 6 minutes behind", "PT59M59S,about 59 minutes behind", "PT1H,about 1 hour behind",
            "PT1H29M,about 1 hour behind", "PT1H30M,about 2 hours behind", "PT-2H,about 2 hours ahead",
            "PT47H,about 47 hours behind", "P2D,about 2 days behind", "P-729D,about 729 days ahead",
            "P4000D,about 10 years behind"})
    void byHowMuchAndWhichWayIsSaidAsRoughlyAsPeopleSayIt(Duration behind, String words) {
        String what = messages.whatHappened(
                Problem.clockWrong(behind, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH)), "");
        assertTrue(what.startsWith("It is " + words + " "), what);
    }
}
