package app.keyturn.practice.graph;

import app.keyturn.practice.graph.CredentialCheck.Failure;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.PracticeHost;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.signin.TokenStore;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The synchronization API of Graph. Source: Microsoft Learn, "synchronizationJob: validateCredentials" and "Add
 * synchronization secrets"; administrators' scripts show how secrets are read back.
 */
public final class Synchronization {
    private final GraphSettings settings;
    private final Clock clock;
    private final TokenStore tokenStore;
    private final CredentialCheck check;
    private final SafetyMonitor safetyMonitor;

    /**
     * Creates the API.
     *
     * @param settings for behaviour that is not known for certain
     * @param clock of jobs and saves
     * @param tokenStore whose sessions a policy may end
     * @param check of credentials
     * @param safetyMonitor that watches checks, saves and starts
     */
    public Synchronization(GraphSettings settings, Clock clock, TokenStore tokenStore, CredentialCheck check,
            SafetyMonitor safetyMonitor) {
        this.settings = settings;
        this.clock = clock;
        this.tokenStore = tokenStore;
        this.check = check;
        this.safetyMonitor = safetyMonitor;
    }

    Response handle(Request request, EnterpriseApp app, List<String> segments) {
        if (!app.readable()) {
            throw new GraphException(500, "InternalServerError", "");
        }
        String operation = request.method() + " " + String.join("/", segments);
        return switch (operation) {
            case "GET secrets" ->
                withContext(app, "secrets", Json.object("value", app.pairs().masked(clock.instant())));
            case "PUT secrets" -> save(app, JsonBody.secrets(request));
            case "GET jobs" ->
                withContext(app, "jobs", Json.object("value", app.jobs().stream().map(JobJson::from).toList()));
            case "GET templates" -> withContext(app, "templates", Json.object("value",
                    List.of(Json.object("id", "scim", "factoryTag", "customappsso", "default", true))));
            case "POST jobs/validateCredentials" -> validate(request, app);
            default -> {
                if (segments.size() < 2 || !segments.getFirst().equals("jobs")) {
                    throw GraphException.badRequest("Resource not found for the segment '" + operation + "'.");
                }
                yield handleJob(request, app, job(app, segments.get(1)), segments.subList(2, segments.size()));
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

    private Response handleJob(Request request, EnterpriseApp app, PracticeSyncJob job, List<String> action) {
        return switch (request.method() + " " + String.join("/", action)) {
            case "GET " -> withContext(app, "jobs/$entity", JobJson.from(job));
            case "POST validateCredentials" -> validate(request, app);
            case "POST start" -> start(app, job);
            case "POST pause" -> {
                job.pause();
                yield Response.empty(204);
            }
            default -> throw GraphException.badRequest("This operation on a job is not supported.");
        };
    }

    private Response start(EnterpriseApp app, PracticeSyncJob job) {
        safetyMonitor.starting(app, job);
        job.start(clock.instant());
        return Response.empty(204);
    }

    private static Response withContext(EnterpriseApp app, String path, JsonObject body) {
        JsonObject object = Json.object("@odata.context",
                PracticeHost.GRAPH.origin() + "/v1.0/$metadata#servicePrincipals('"
                        + app.id() + "')/synchronization/" + path);
        body.entrySet().forEach(property -> object.add(property.getKey(), property.getValue()));
        return PracticeGraph.json(200, object);
    }

    private Response validate(Request request, EnterpriseApp app) {
        boolean saved = JsonBody.useSavedCredentials(request);
        Map<String, String> pairs = saved ? app.pairs().unmasked() : JsonBody.credentials(request);
        if (!saved && tokenStore.applyPendingPolicy()) {
            throw GraphException.sessionRevoked(clock.instant());
        }
        check.failure(pairs).ifPresent(failure -> {
            throw checkFailed(failure);
        });
        safetyMonitor.checkPassed(pairs);
        return Response.empty(204);
    }

    private GraphException checkFailed(Failure failure) {
        return switch (settings.envelope()) {
            case PLAIN -> new GraphException(400, failure.code(), failure.message());
            case JSON_IN_MESSAGE -> GraphException.jsonInMessage(failure.code(), failure.message());
            case INNER_ERROR -> new GraphException(400, "CredentialValidationUnavailable", failure.message())
                    .withInner(failure.code(), failure.message());
        };
    }

    private Response save(EnterpriseApp app, Map<String, String> sent) {
        Instant now = clock.instant();
        Map<String, String> before = app.pairs().unmasked();
        app.pairs().save(sent, settings.saveMode(), now, settings.visibleAfter());
        safetyMonitor.saved(app, before, sent);
        app.jobs().forEach(job -> job.credentialsSaved(now));
        return Response.empty(204);
    }
}
