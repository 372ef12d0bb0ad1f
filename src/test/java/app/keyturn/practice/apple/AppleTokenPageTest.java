package app.keyturn.practice.apple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stand-in for Apple's page: at most two tokens, each shown once, each valid for one year. */
class AppleTokenPageTest {
    private final PracticeBrowser browser = new PracticeBrowser();

    private static URI page(PracticeClient client) {
        return client.at("https://school.apple.com/");
    }

    @Test
    void thePageSaysPracticeAndShowsTheActiveToken() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            var page = client.page("https://school.apple.com/");
            assertTrue(page.body().contains("PRACTICE"));
            assertTrue(page.body().contains("expires on April 14, 2026. Active"), page.body());
            assertTrue(page.body().contains("The only token cannot be revoked."));
            assertFalse(page.body().contains(client.world.storedPairs().getOrDefault("SecretToken", "?")));
            assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        }
    }

    @Test
    void aNewTokenIsShownOnceAndIsValidForOneYear() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            String token = browser.generateToken(page(client));
            assertTrue(token.matches("PRACTICE-[\\w-]{48}"), token);
            String pageAgain = client.page("https://school.apple.com/").body();
            assertFalse(pageAgain.contains(token));
            assertTrue(pageAgain.contains("expires on March 10, 2027. Not used yet."), pageAgain);
        }
    }

    @Test
    void bothTokensAreValidAtOnce() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            client.signIn("administrator");
            String old = client.world.storedPairs().getOrDefault("SecretToken", "");
            String fresh = browser.generateToken(page(client));
            assertEquals(204, client.validate(client.completeWith(fresh)).statusCode());
            assertEquals(204, client.validate(client.completeWith(old)).statusCode());
        }
    }

    @Test
    void aThirdTokenIsRefusedWithAnExplanation() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            browser.generateToken(page(client));
            assertThrows(IOException.class, () -> browser.generateToken(page(client)));
            assertTrue(client.post(page(client), Map.of("generate", "token", "edition", "1"))
                    .body()
                    .contains("Two tokens exist already"));
            assertThrows(IllegalStateException.class, client.world::generateToken);
        }
    }

    @Test
    void anExpiredTokenDoesNotCountAsOneOfTheTwo() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.EXPIRED_TOKEN)) {
            assertTrue(client.page("https://school.apple.com/").body().contains("expired on February 24, 2026."));
            browser.generateToken(page(client));
            browser.generateToken(page(client));
            assertThrows(IOException.class, () -> browser.generateToken(page(client)));
        }
    }

    @Test
    void aTokenStopsWorkingAfterItsYear() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            String token = browser.generateToken(page(client));
            client.clock.advance(Duration.ofDays(365).minusSeconds(1));
            assertEquals(204, client.signIn("administrator").validate(client.completeWith(token)).statusCode());
            client.clock.advanceSeconds(1);
            assertEquals(400, client.validate(client.completeWith(token)).statusCode());
        }
    }

    @Test
    void aRevokedTokenNoLongerWorks() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            String token = browser.generateToken(page(client));
            browser.revokeNewestToken(page(client));
            client.signIn("administrator");
            assertEquals(400, client.validate(client.completeWith(token)).statusCode());
        }
    }

    @Test
    void theLastTokenCannotBeRevoked() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            assertThrows(IOException.class, () -> browser.revokeNewestToken(page(client)));
            assertTrue(client.post(page(client), Map.of("revoke", "any", "edition", "0"))
                    .body()
                    .contains("cannot be revoked. Nothing was changed."));
        }
    }

    @Test
    void aFormOfAnOutdatedPageChangesNothing() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            browser.generateToken(page(client));
            browser.revokeNewestToken(page(client));
            String page = client.post(page(client), Map.of("generate", "token", "edition", "0")).body();
            assertTrue(page.contains("no longer up to date"), page);
            assertTrue(page.contains("The only token cannot be revoked."), page);
        }
    }

    @Test
    void aTokenIsValidOnlyAtItsOwnPortal() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            String business = browser.generateToken(client.at("https://business.apple.com/"));
            client.signIn("administrator");
            Map<String, String> pairs = client.completeWith(business);
            assertEquals(400, client.validate(pairs).statusCode());
            pairs.put("BaseAddress", "https://federation.apple.com/feeds/business/scim");
            assertEquals(204, client.validate(pairs).statusCode());
        }
    }

    @Test
    void theFirstTokenIsTruncatedAndTheNextOneIsComplete() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.WRONG_TOKEN)) {
            client.signIn("administrator");
            String cut = browser.generateToken(page(client));
            assertTrue(cut.matches("PRACTICE-[\\w-]{42}"), cut);
            assertEquals(400, client.validate(client.completeWith(cut)).statusCode());
            browser.revokeNewestToken(page(client));
            String good = browser.generateToken(page(client));
            assertEquals(204, client.validate(client.completeWith(good)).statusCode());
        }
    }

    @Test
    void theLastUsedTokenIsTheActiveOne() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY)) {
            client.signIn("administrator");
            String token = browser.generateToken(page(client));
            client.validate(client.completeWith(token));
            List<String> rows = client.page("https://school.apple.com/")
                    .body()
                    .lines()
                    .filter(line -> line.contains("expires on"))
                    .toList();
            assertTrue(rows.getFirst().contains("Last used on") && rows.getLast().contains("Active"), rows.toString());
        }
    }

    @Test
    void aBusinessWorldHasItsTokenAtThatPortal() throws Exception {
        try (PracticeClient client = PracticeClient.inBusiness(Scenario.HEALTHY)) {
            assertTrue(client.page("https://business.apple.com").body().contains("Active"));
            assertTrue(client.page("https://school.apple.com/").body().contains("There is no token yet."));
            assertEquals("https://federation.apple.com/feeds/business/scim",
                    client.world.storedPairs().get("BaseAddress"));
            assertTrue(client.world.generateToken().startsWith("PRACTICE-"));
        }
    }
}
