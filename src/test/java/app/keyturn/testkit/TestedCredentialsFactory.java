package app.keyturn.testkit;

import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.TestedCredentials;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets credentials that may be saved the only way there is: a renewal whose test passes hands them over. */
public final class TestedCredentialsFactory {
    public static final String TOKEN = "PRACTICE-a-token-of-good-length";
    public static final Connection CONNECTION = new Connection(
            List.of(new ConnectionPair("BaseAddress", "https://federation.apple.com/feeds/school/scim?a=b"),
                    new ConnectionPair("SecretToken", "*"), new ConnectionPair("BrandNewKey", "{ \"odd\" : 1 }")));

    private TestedCredentialsFactory() {}

    public static ScimToken token() {
        return token(TOKEN);
    }

    public static ScimToken token(String text) {
        return switch (new TokenParser(Clock.systemUTC(), true).read(text)) {
            case TokenCheck.Usable usable -> usable.token();
            case TokenCheck.Refused refused -> throw new IllegalStateException(refused.reason().name());
        };
    }

    public static TestedCredentials credentials(ScimToken token) {
        FakeTimer timer = new FakeTimer();
        FakeProvisioning microsoft = new FakeProvisioning(timer, pairs());
        microsoft.appleTokens.put(token.reveal(), Portal.SCHOOL);
        new Renewal(microsoft, PracticeRenewal.LIMITS, timer).run(
                new RenewalPlan(microsoft.app(), microsoft.job, Portal.SCHOOL, Optional.empty(), Consents.NOTHING,
                        ChangeState.NOTHING),
                token, (_, _) -> {});
        return microsoft.lastSaved.orElseThrow();
    }

    private static Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        CONNECTION.pairs().forEach(pair -> pairs.put(pair.key(), pair.value()));
        return pairs;
    }
}
