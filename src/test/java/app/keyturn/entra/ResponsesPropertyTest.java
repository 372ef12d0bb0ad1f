package app.keyturn.entra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.keyturn.entra.graph.BatchJson;
import app.keyturn.entra.graph.SecretsJson;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Problem;
import app.keyturn.testkit.RandomBodies;
import app.keyturn.testkit.RandomSecrets;
import app.keyturn.testkit.Seed;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** What is true of every answer. A failure names the seed, which {@code -Dkeyturn.seed=...} repeats. */
class ResponsesPropertyTest {
    private static final int ANSWERS = 10_000;
    private static final List<String> TYPES = List.of("application/json", "application/json; charset=utf-8",
            "text/html", "text/plain", "application/octet-stream");
    private static final List<String> WAITS = List.of("0", "30", "-1", "999999999999", "soon",
            "Wed, 21 Oct 2026 07:28:00 GMT");

    private static final List<Integer> STATUSES = List.of(200, 302, 400, 401, 401, 403, 404, 408, 409, 413, 429, 500,
            502, 503, 504, 511);

    private final long seed = Seed.of(ResponsesPropertyTest.class);
    private final Random random = new Random(seed);
    private final RandomSecrets secrets = new RandomSecrets(random);
    private final RandomBodies bodies = new RandomBodies(random, secrets);
    private final ProblemMapper problems = secrets.problems();

    @Test
    void everyAnswerBecomesAProblemThatGivesNothingAway() {
        Set<String> codes = new HashSet<>();
        for (int answer = 0; answer < ANSWERS; answer++) {
            String body = bodies.next();
            int status = random.nextInt(4) == 0
                    ? random.nextInt(1000)
                    : STATUSES.get(random.nextInt(STATUSES.size()));
            try {
                ErrorResponse response = response(status, body);
                Problem problem = problems.of(response);
                assertEquals(status, problem.details().status().orElseThrow());
                codes.add(problem.code().id());
                secrets.assertAbsentFrom(problem);
                Optional<CredentialTest.Failed> test = problems.ofTest(response);
                test.map(CredentialTest.Failed::problem).ifPresent(failed -> {
                    codes.add(failed.code().id());
                    secrets.assertAbsentFrom(failed);
                });
                assertTrue(!problems.isSignInEnded(response) || !problems.isRoleMissing(response));
                readsOrRefuses(body);
            } catch (IOException | RuntimeException | Error e) {
                fail("seed " + seed + ", answer " + answer + ": " + status + " " + shortened(body), e);
            }
        }
        assertTrue(codes.containsAll(Set.of("SIGNIN-EXPIRED", "ROLE-MISSING", "APP-GONE", "NET-TIMED-OUT",
                "SERVICE-BUSY", "SERVICE-DOWN", "SERVICE-REFUSED", "NET-STRANGE-ANSWER", "TOKEN-REJECTED",
                "TOKEN-NOT-CHECKED", "TOKEN-TEST-FAILED")), codes::toString);
    }

    /** What is hoped to be an answer is one, or none: there is one kind of exception for it. */
    private static void readsOrRefuses(String body) {
        try {
            SecretsJson.read(body);
        } catch (JsonParseException _) {
            // None.
        }
        try {
            BatchJson.read(body, 1, Headers.of());
        } catch (JsonParseException _) {
            // None.
        }
    }

    private ErrorResponse response(int status, String body) throws IOException {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        Response.Builder answer = new Response.Builder()
                .request(new Request.Builder().url("https://a.example/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .header("request-id", id())
                .header("Retry-After", WAITS.get(random.nextInt(WAITS.size())))
                .header("Set-Cookie", secrets.embedded())
                .header("Content-Type", type);
        return ErrorResponse.of(answer.body(ResponseBody.create(body.getBytes(UTF_8), MediaType.get(type))).build());
    }

    private String id() {
        return switch (random.nextInt(3)) {
            case 0 -> UUID.randomUUID().toString();
            case 1 -> secrets.bare();
            default -> "no id at all";
        };
    }

    private static String shortened(String body) {
        return body.length() > 2000 ? body.substring(0, 2000) + "..." : body;
    }
}
