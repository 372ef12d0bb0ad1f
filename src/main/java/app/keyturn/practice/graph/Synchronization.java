package app.keyturn.practice.graph;

import app.keyturn.practice.graph.CredentialCheck.Failure;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.PracticeHost;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.server.ScriptedAnswer;
import app.keyturn.practice.server.Switches;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The synchronization API of Graph. Source: Microsoft Learn, "synchronizationJob: validateCredentials" and "Add
 * synchronization secrets"; administrators' scripts show how secrets are read back.
 */
public final class Synchronization {
    private final Switches switches;
    private final Clock clock;
    private final CredentialCheck check;
    private final SafetyMonitor safetyMonitor;

    /**
     * Creates the API.
     *
     * @param switches for behaviour that is not known for certain
     * @param clock of jobs and saves
     * @param check of credentials
     * @param safetyMonitor that watches checks, saves and starts
     */
    public Synchronization(Switches switches, Clock clock, CredentialCheck check, SafetyMonitor safetyMonitor) {
        this.switches = switches;
        this.clock = clock;
        this.check = check;
        this.safetyMonitor = safetyMonitor;
    }

    Response handle(Request request, EnterpriseApp app, List<String> segments) {
        if (app.unreadable()) {
            throw GraphException.internalError();
        }
        String operation = request.method() + " " + String.join("/", segments);
        return switch (operation) {
            case "GET secrets" -> withContext(app, "secrets",
                    Json.object("value", setUp(app).pairs().masked(switches, clock.instant())));
            case "PUT secrets" -> save(app, JsonBody.secrets(request));
            case "GET jobs" -> withContext(app, "jobs",
                    Json.object("value", setUp(app).jobs().stream().map(JobJson::from).toList()));
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

    /** The application, unless it was never set up and that means 404. */
    private EnterpriseApp setUp(EnterpriseApp app) {
        if (switches.get(GraphSettings.NEVER_SET_UP_IS_404) && app.jobs().isEmpty() && app.pairs().isEmpty()) {
            throw GraphException.unknownSegment("synchronization");
        }
        return app;
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
        Map<String, String> pairs = saved
                ? app.pairs().effective(clock.instant())
                : understood(JsonBody.credentials(request));
        Optional<Failure> failure = check.failure(pairs);
        if (failure.isPresent()) {
            return checkFailed(failure.get());
        }
        safetyMonitor.checkPassed(pairs, saved);
        return Response.empty(204);
    }

    /** Pairs by the keys that they are stored under, or the refusal of a key that the service cannot parse. */
    private Map<String, String> understood(Map<String, String> sent) {
        Map<String, String> stored = new HashMap<>();
        switches.get(GraphSettings.KEYS_SHOWN_AS).forEach((key, shown) -> stored.put(shown, key));
        Map<String, String> pairs = new LinkedHashMap<>();
        sent.forEach((key, value) -> pairs.put(stored.getOrDefault(key, key), value));
        switches.get(GraphSettings.KNOWN_KEYS)
                .flatMap(known -> pairs.keySet().stream().filter(key -> !known.contains(key)).findFirst())
                .ifPresent(unknown -> {
                    throw GraphException.unknownKey(unknown);
                });
        return pairs;
    }

    private Response checkFailed(Failure failure) {
        Optional<ScriptedAnswer> instead = switches.get(GraphSettings.FAILED_CHECK);
        if (instead.isPresent()) {
            return instead.get().writer().write((status, code, message) -> {
                throw new GraphException(status, code, message);
            }, clock.instant());
        }
        throw switch (switches.get(GraphSettings.ENVELOPE)) {
            case PLAIN -> new GraphException(400, failure.code(), failure.message());
            case JSON_IN_MESSAGE -> GraphException.jsonInMessage(failure.code(), failure.message());
            case INNER_ERROR -> new GraphException(400, "CredentialValidationUnavailable", failure.message())
                    .withInner(failure.code(), failure.message());
        };
    }

    private Response save(EnterpriseApp app, Map<String, String> body) {
        Map<String, String> sent = understood(body);
        Instant now = clock.instant();
        Map<String, String> before = app.pairs().unmasked();
        if (switches.get(GraphSettings.MIXED_SAVE_DROPS_ALL) && isMixed(sent)) {
            app.pairs().clear();
            safetyMonitor.mixed();
            throw GraphException.internalError();
        }
        app.pairs().save(sent, switches, now);
        safetyMonitor.saved(app, before, sent);
        app.jobs().forEach(job -> job.credentialsSaved(now));
        return Response.empty(204);
    }

    /** Whether it is not clear which way of signing in is meant. */
    private static boolean isMixed(Map<String, String> sent) {
        return sent.containsKey("SecretToken") && sent.entrySet()
                .stream()
                .anyMatch(pair -> pair.getKey().startsWith("Oauth2") && !pair.getValue().isEmpty());
    }
}
