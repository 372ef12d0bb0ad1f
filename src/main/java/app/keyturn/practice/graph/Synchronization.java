package app.keyturn.practice.graph;

import app.keyturn.practice.graph.CredentialCheck.Failure;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.PracticeHost;
import app.keyturn.practice.server.PracticeSettings;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.signin.TokenStore;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The synchronization part of Graph. Source: Microsoft Learn, "synchronizationJob: validateCredentials" and "Add
 * synchronization secrets"; how secrets are read back is what administrators' scripts show.
 */
public final class Synchronization {
    private final PracticeSettings settings;
    private final Clock clock;
    private final TokenStore tokenStore;
    private final CredentialCheck check;
    private final SafetyMonitor safetyMonitor;

    public Synchronization(PracticeSettings settings, TokenStore tokenStore, CredentialCheck check,
            SafetyMonitor safetyMonitor) {
        this.settings = settings;
        this.clock = settings.clock();
        this.tokenStore = tokenStore;
        this.check = check;
        this.safetyMonitor = safetyMonitor;
    }

    Response handle(Request request, EnterpriseApp app, List<String> segments) {
        String what = request.method() + " " + String.join("/", segments);
        return switch (what) {
            case "GET secrets" -> list(app, "secrets", Json.object("value", app.pairs().masked(clock.instant())));
            case "PUT secrets" -> save(app, SecretsBody.pairs(request, "value"));
            case "GET jobs" -> list(app, "jobs", Json.object("value", app.jobs().stream().map(JobJson::from).toList()));
            case "GET templates" -> list(app, "templates", Json.object("value",
                    List.of(Json.object("id", "scim", "factoryTag", "customappsso", "default", true))));
            case "POST jobs/validateCredentials" -> validate(request, app);
            default -> {
                if (segments.size() < 2 || !segments.getFirst().equals("jobs")) {
                    throw GraphException.badRequest("Resource not found for the segment '" + what + "'.");
                }
                yield forJob(request, app, job(app, segments.get(1)), segments.subList(2, segments.size()));
            }
        };
    }

    private static PracticeSyncJob job(EnterpriseApp app, String id) {
        return app.jobs()
                .stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new GraphException(404, "JobNotFound",
                                "The synchronization job '" + id + "' does not exist."));
    }

    private Response forJob(Request request, EnterpriseApp app, PracticeSyncJob job, List<String> action) {
        return switch (request.method() + " " + String.join("/", action)) {
            case "GET " -> list(app, "jobs/$entity", JobJson.from(job));
            case "POST validateCredentials" -> validate(request, app);
            case "POST start" -> start(app, job);
            case "POST pause" -> {
                job.pause();
                yield Response.empty(204);
            }
            default -> throw GraphException.badRequest("Not possible with a job here.");
        };
    }

    private Response start(EnterpriseApp app, PracticeSyncJob job) {
        safetyMonitor.starting(app, job);
        job.start(clock.instant());
        return Response.empty(204);
    }

    private static Response list(EnterpriseApp app, String what, JsonObject body) {
        JsonObject all = Json.object("@odata.context",
                PracticeHost.GRAPH.origin() + "/v1.0/$metadata#servicePrincipals('"
                        + app.id() + "')/synchronization/" + what);
        body.entrySet().forEach(fact -> all.add(fact.getKey(), fact.getValue()));
        return PracticeGraph.json(200, all);
    }

    private Response validate(Request request, EnterpriseApp app) {
        boolean saved = SecretsBody.useSavedCredentials(request);
        Map<String, String> pairs = saved ? app.pairs().unmasked() : SecretsBody.pairs(request, "credentials");
        if (!saved && tokenStore.endSessionsOnce()) {
            throw GraphException.sessionEnded(clock.instant());
        }
        check.failure(pairs).ifPresent(failure -> {
            throw refused(failure);
        });
        safetyMonitor.checkPassed(pairs);
        return Response.empty(204);
    }

    private GraphException refused(Failure failure) {
        return switch (settings.graph().envelope()) {
            case PLAIN -> new GraphException(400, failure.code(), failure.message());
            case JSON_IN_MESSAGE -> GraphException.jsonInMessage(failure.code(), failure.message());
            case INNER_ERROR -> new GraphException(400, "CredentialValidationUnavailable", failure.message())
                    .withInner(failure.code(), failure.message());
        };
    }

    private Response save(EnterpriseApp app, Map<String, String> sent) {
        Instant now = clock.instant();
        Map<String, String> before = app.pairs().unmasked();
        app.pairs().save(sent, settings.graph().saveMode(), now, settings.graph().visibleAfter());
        safetyMonitor.saved(app, before, sent);
        app.jobs().forEach(job -> job.saved(now));
        return Response.empty(204);
    }
}
