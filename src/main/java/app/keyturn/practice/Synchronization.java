package app.keyturn.practice;

import app.keyturn.practice.CredentialCheck.Failure;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The synchronization part of Graph. Source: Microsoft Learn, "synchronizationJob: validateCredentials" and "Add
 * synchronization secrets"; how secrets are read back is what administrators' scripts show.
 */
final class Synchronization {
    private final PracticeSettings settings;
    private final Clock clock;
    private final Apple apple;
    private final CredentialCheck check;
    private final Ledger ledger;
    private final Set<String> passed = new HashSet<>();

    Synchronization(PracticeSettings settings, Apple apple, CredentialCheck check, Ledger ledger) {
        this.settings = settings;
        this.clock = settings.clock();
        this.apple = apple;
        this.check = check;
        this.ledger = ledger;
    }

    Answer answer(Request request, EnterpriseApp app, List<String> way) {
        String what = request.method() + " " + String.join("/", way);
        return switch (what) {
            case "GET secrets" -> list(app, "secrets", Json.object("value", app.pairs().masked(clock.instant())));
            case "PUT secrets" -> save(app, SecretsBody.pairs(request, "value"));
            case "GET jobs" -> list(app, "jobs", Json.object("value", app.job().map(JobJson::of).stream().toList()));
            case "GET templates" -> list(app, "templates", Json.object("value",
                    List.of(Json.object("id", "scim", "factoryTag", "customappsso", "default", true))));
            case "POST jobs/validateCredentials" -> validate(request, app);
            default -> {
                if (way.size() < 2 || !way.getFirst().equals("jobs")) {
                    throw GraphProblem.badRequest("Resource not found for the segment '" + what + "'.");
                }
                yield forJob(request, app, job(app, way.get(1)), way.subList(2, way.size()));
            }
        };
    }

    private static SyncJob job(EnterpriseApp app, String id) {
        return app.job()
                .filter(job -> job.id().equals(id))
                .orElseThrow(
                        () -> new GraphProblem(404, "JobNotFound",
                                "The synchronization job '" + id + "' does not exist."));
    }

    private Answer forJob(Request request, EnterpriseApp app, SyncJob job, List<String> action) {
        return switch (request.method() + " " + String.join("/", action)) {
            case "GET " -> list(app, "jobs/$entity", JobJson.of(job));
            case "POST validateCredentials" -> validate(request, app);
            case "POST start" -> start(job);
            case "POST pause" -> {
                job.pause();
                yield Answer.empty(204);
            }
            default -> throw GraphProblem.badRequest("Not possible with a job here.");
        };
    }

    private Answer start(SyncJob job) {
        if (job.status() == SyncJob.Status.ACTIVE) {
            ledger.flag("start on a job that was active");
        }
        job.start(clock.instant());
        return Answer.empty(204);
    }

    private static Answer list(EnterpriseApp app, String what, JsonObject body) {
        JsonObject all = Json.object("@odata.context", Site.GRAPH.origin() + "/v1.0/$metadata#servicePrincipals('"
                + app.id() + "')/synchronization/" + what);
        body.entrySet().forEach(fact -> all.add(fact.getKey(), fact.getValue()));
        return PracticeGraph.json(200, all);
    }

    private Answer validate(Request request, EnterpriseApp app) {
        Map<String, String> pairs = SecretsBody.wantsSaved(request)
                ? app.pairs().inClear()
                : SecretsBody.pairs(request, "credentials");
        check.failure(pairs).ifPresent(failure -> {
            throw refused(failure);
        });
        passed.add(fingerprint(pairs));
        return Answer.empty(204);
    }

    private GraphProblem refused(Failure failure) {
        return switch (settings.graph().envelope()) {
            case PLAIN -> new GraphProblem(400, failure.code(), failure.message());
            case JSON_IN_MESSAGE -> GraphProblem.jsonInMessage(failure.code(), failure.message());
            case INNER_ERROR -> new GraphProblem(400, "CredentialValidationUnavailable", failure.message())
                    .withInner(failure.code(), failure.message());
        };
    }

    private Answer save(EnterpriseApp app, Map<String, String> sent) {
        Instant now = clock.instant();
        sent.forEach((key, value) -> {
            if (value.equals(StoredPairs.MASK)) {
                ledger.flag("the mask \"*\" was written as the value of " + key);
            }
        });
        app.pairs().save(sent, settings.graph().saveMode(), now, settings.graph().visibleAfter());
        if (sent.containsKey("SecretToken")) {
            judge(app.pairs().inClear());
        }
        app.job().ifPresent(job -> job.saved(now));
        return Answer.empty(204);
    }

    private void judge(Map<String, String> stored) {
        if (!apple.knows(stored.getOrDefault("SecretToken", ""))) {
            ledger.flag("a SecretToken was saved that Apple never made");
        }
        if (!passed.contains(fingerprint(stored))) {
            ledger.flag("a SecretToken was saved that had not passed the test with this BaseAddress");
        }
    }

    private static String fingerprint(Map<String, String> pairs) {
        return pairs.getOrDefault("BaseAddress", "") + "\n" + pairs.getOrDefault("SecretToken", "");
    }
}
