package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.graph.GraphSettings.SaveMode;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that drops pairs that a save does not name, and an app with unexpected settings. */
class KeptPairsJourneyIT extends JourneyTest {
    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("BaseAddress", Portal.SCHOOL.tenantUrl().text() + "?aadOptscim062020&x=%2F");
        odd.put("Key with blanks, é and 🔑", " \t<&>\"\\/' + %20 é \u2028 🔑 ");
        odd.put("Json", "{ \"a\":1.0,\"b\" : [ ] ,\"a\":1e3}");
        odd.put("Long", "0123456789".repeat(2000));
        return usual.with(SaveMode.REPLACE).withConnectionPairs(odd);
    }

    @Test
    void allOtherSettingsStayAsTheyWere() {
        user.enterPractice(Portal.SCHOOL, Scenario.EXPIRED_TOKEN);
        Map<String, String> before = user.world().storedPairs();
        String token = user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSave();
        assertEquals(1, user.world().saveCount());
        assertEquals(1, user.world().startCount());
        assertEquals(withToken(before, token), user.world().storedPairs());
    }
}
