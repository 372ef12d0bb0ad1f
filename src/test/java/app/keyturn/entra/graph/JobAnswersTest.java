package app.keyturn.entra.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncRestart;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Microsoft Graph's answers about jobs, read over HTTP: what state is made of each, what Keyturn does about it, and what
 * it says. The answers are the files in {@code jobs}, each with its public source in the first line; the table beside
 * them has those answers and their neighbours.
 */
class JobAnswersTest {
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
        for (String block : file("table.txt").split("\n\n")) {
            String[] lines = block.strip().split("\n");
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

    @ParameterizedTest
    @MethodSource("table")
    void noSentenceTellsAPastDateAsFuture(Row row) throws Exception {
        SyncJob job = read(row.json());
        SyncText much = new SyncText(Messages.in(Locale.ENGLISH),
                Clock.fixed(Instant.parse("2031-01-01T00:00:00Z"), ZoneOffset.UTC));
        assertTrue(!much.state(job).contains("switches it off on"), much.state(job));
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
