package app.keyturn.entra.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncRestart;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.StubDirectory;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.StubMicrosoft.Seen;
import app.keyturn.testkit.TestedCredentialsFactory;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Microsoft Graph's answers about jobs, read over HTTP: what state is made of each, what Keyturn does about it, and what
 * it says. The answers are the files in {@code jobs}, each with its public source in the first line; the table beside
 * them has those answers and their neighbours.
 */
class JobAnswersTest {
    private static final String REFUSED = """
            {"error":{"code":"SystemForCrossDomainIdentityManagementCredentialValidationFailure",
             "message":"Response Status Code: Unauthorized"}}""";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T09:00:00Z"), ZoneOffset.UTC);
    private static final SyncText TEXT = new SyncText(Messages.in(Locale.ENGLISH), CLOCK);

    /**
     * A row of the table.
     *
     * @param answer the file's name and the patch
     */
    record Row(String answer, String state, String need, String sentence) {
        private JsonObject json() throws IOException {
            String[] parts = answer.split(" ", 2);
            JsonObject json = JsonParser.parseString(file(parts[0] + ".json").replaceFirst("//.*", ""))
                    .getAsJsonObject();
            return parts.length == 1 ? json : merge(json, JsonParser.parseString(parts[1]).getAsJsonObject());
        }
    }

    static List<Row> table() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String block : file("table.txt").split("\n\n", -1)) {
            String[] lines = block.strip().split("\n", -1);
            if (!lines[0].startsWith("#")) {
                rows.add(new Row(lines[0], lines[1].strip(), lines[2].strip(), lines[3].strip()));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachAnswerHasItsStateItsNeedAndItsSentence(Row row) throws Exception {
        SyncJob job = read(row.json());
        assertEquals(row, new Row(row.answer(), state(job), need(job), TEXT.state(job)));
    }

    /** A whole renewal for each answer, over HTTP: the job is started once if that is needed, and never otherwise. */
    @ParameterizedTest
    @MethodSource("table")
    void eachJobIsStartedOnceIfTheTokenHadStoppedItAndElseNever(Row row) throws Exception {
        for (boolean refused : List.of(false, true)) {
            String need = row.need().split(" ", -1)[refused ? 1 : 0];
            assertEquals(need.equals("START") ? 1 : 0, starts(row.json().toString(), refused), "refused: " + refused);
        }
    }

    /** In a list, the other jobs and the app stay readable whatever one job is like. */
    @Test
    void aListOfAllTheseJobsIsReadAsEachAlone() throws Exception {
        List<String> jobs = new ArrayList<>();
        List<SyncJob> alone = new ArrayList<>();
        for (Row row : table()) {
            jobs.add(row.json().toString());
            alone.add(read(row.json()));
        }
        jobs.addAll(List.of("{}", "{\"id\":\"\"}", "{\"id\":{}}", "7", "null"));
        StubDirectory directory = new StubDirectory().app("app", "Apple School Manager", StubDirectory.AT_APPLE)
                .replyTo(seen -> seen.path().endsWith("/jobs"),
                        Reply.json(200, "{\"value\":[" + String.join(",", jobs) + "]}"));
        try (StubMicrosoft stub = directory.open()) {
            assertEquals(alone, stub.provisioning().readTenant().apps().getFirst().jobs());
        }
    }

    private static long starts(String job, boolean refused) throws Exception {
        AtomicBoolean saved = new AtomicBoolean();
        Function<Seen, Reply> microsoft = seen -> switch (seen.path().substring(seen.path().lastIndexOf('/'))) {
            case "/secrets" -> {
                saved.set(saved.get() || seen.method().equals("PUT"));
                yield seen.method().equals("PUT") ? Reply.DONE : Reply.json(200, StubDirectory.AT_APPLE);
            }
            case "/validateCredentials" -> refused && !saved.get() && seen.body().contains("true")
                    ? Reply.json(400, REFUSED)
                    : Reply.DONE;
            case "/start" -> Reply.DONE;
            default -> Reply.json(200, job);
        };
        try (StubMicrosoft stub = StubMicrosoft.answering(microsoft)) {
            FakeTimer time = new FakeTimer();
            GraphProvisioning provisioning = stub.provisioning();
            Renewal renewal = new Renewal(provisioning, Limits.STANDARD, time);
            SyncJob before = provisioning.readJob("app", "job");
            ProvisioningApp app = new ProvisioningApp("app", "Apple", provisioning.readConnection("app"),
                    List.of(before));
            Baseline baseline = renewal.baseline(app, before);
            RenewalPlan plan = new RenewalPlan(app, before, Portal.SCHOOL, Optional.of(baseline), Consents.NOTHING,
                    ChangeState.NOTHING);
            assertInstanceOf(RenewalOutcome.Renewed.class,
                    renewal.run(plan, TestedCredentialsFactory.token(), (_, _) -> {}));
            return stub.count("POST", "/start");
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void noSentenceTellsAPastDateAsFuture(Row row) throws Exception {
        SyncJob job = read(row.json());
        SyncText later = new SyncText(Messages.in(Locale.ENGLISH),
                Clock.fixed(Instant.parse("2031-01-01T00:00:00Z"), ZoneOffset.UTC));
        assertFalse(later.state(job).contains("switches it off on"), later.state(job));
    }

    @Test
    void theTableIsLongEnough() throws Exception {
        assertTrue(table().size() >= 60);
    }

    private static String state(SyncJob job) {
        return job.status() + " " + job.schedule()
                + job.quarantine().map(Quarantine::reason).map(reason -> " " + reason).orElse("");
    }

    private static String need(SyncJob job) {
        return SyncRestart.need(job, false) + " " + SyncRestart.need(job, true);
    }

    private static SyncJob read(JsonObject json) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, json.toString()))) {
            return stub.provisioning().readJob("app", "job");
        }
    }

    private static JsonObject merge(JsonObject target, JsonObject patch) {
        for (Map.Entry<String, JsonElement> change : patch.entrySet()) {
            boolean deeper = change.getValue().isJsonObject() && target.get(change.getKey()) instanceof JsonObject;
            target.add(change.getKey(), deeper
                    ? merge(target.getAsJsonObject(change.getKey()), change.getValue().getAsJsonObject())
                    : change.getValue());
        }
        return target;
    }

    private static String file(String name) throws IOException {
        try (InputStream file = JobAnswersTest.class.getResourceAsStream("jobs/" + name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
