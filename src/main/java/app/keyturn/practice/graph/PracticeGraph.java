package app.keyturn.practice.graph;

import app.keyturn.practice.server.AnswerScript;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.Operation;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.server.Switches;
import app.keyturn.practice.signin.Scopes;
import app.keyturn.practice.signin.TokenStore;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Stands in for Microsoft Graph: checks the access token and routes the request.
 *
 * <p>Sources: Microsoft Learn, "Microsoft Graph error responses and resource types" and "Microsoft Entra
 * synchronization API overview". Administrators report that the sync API refuses with 401 and an empty message.
 */
public final class PracticeGraph {
    private final TokenStore tokenStore;
    private final Directory directory;
    private final Synchronization synchronization;
    private final Switches switches;
    private final AnswerScript script;
    private final Clock clock;

    /**
     * Creates a Graph.
     *
     * @param switches for behaviour that is not known for certain
     * @param script of answers that replace the usual ones
     * @param clock of tokens and error responses
     * @param tokenStore with the access tokens it accepts
     * @param directory of the tenant
     * @param synchronization of the tenant's applications
     */
    public PracticeGraph(Switches switches, AnswerScript script, Clock clock, TokenStore tokenStore,
            Directory directory, Synchronization synchronization) {
        this.switches = switches;
        this.script = script;
        this.clock = clock;
        this.tokenStore = tokenStore;
        this.directory = directory;
        this.synchronization = synchronization;
    }

    /** Handles a request; errors are responses too. */
    public Response handle(Request request) {
        String requestId = UUID.randomUUID().toString();
        String clientRequestId = request.header("client-request-id").isEmpty()
                ? requestId
                : request.header("client-request-id");
        Function<GraphException, Response> format = error -> error.toResponse(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""), requestId,
                clientRequestId);
        return script.answer(request, () -> routed(request, format),
                (status, code, message) -> format.apply(new GraphException(status, code, message)))
                .with("request-id", requestId)
                .with("client-request-id", clientRequestId)
                .with("Cache-Control", "no-cache");
    }

    private Response routed(Request request, Function<GraphException, Response> format) {
        try {
            return route(request);
        } catch (GraphException error) {
            return format.apply(error);
        }
    }

    static Response json(int status, JsonObject body) {
        return Response.of(status, "application/json; odata.metadata=minimal;odata.streaming=true;"
                + "IEEE754Compatible=false;charset=utf-8", Json.text(body));
    }

    private Response route(Request request) {
        TokenStore.Grant grant = grant(request);
        List<String> segments = Arrays.stream(request.path().split("/", -1)).filter(part -> !part.isEmpty()).toList();
        if (segments.size() < 2 || !List.of("v1.0", "beta").contains(segments.getFirst())) {
            throw GraphException.badRequest("Invalid version");
        }
        if (segments.size() == 2 && segments.get(1).equals("$batch")) {
            if (!switches.get(GraphSettings.BATCH)) {
                throw GraphException.unknownSegment("$batch");
            }
            return GraphBatch.handle(request, segments.getFirst(), this::handle);
        }
        if (segments.size() > 3 && segments.get(1).equals("servicePrincipals")
                && segments.get(3).equals("synchronization")) {
            if (!grant.covers(Scopes.SYNCHRONIZE) || !tokenStore.hasSyncRole(grant)) {
                throw GraphException.syncUnauthorized();
            }
            if (Operation.of(request) == Operation.TEST && tokenStore.applyPendingPolicy()) {
                grant(request);
            }
            return synchronization.handle(request, directory.app(segments.get(2)),
                    segments.subList(4, segments.size()));
        }
        if (!grant.covers(Scopes.READ_APPLICATIONS)) {
            throw GraphException.forbidden();
        }
        return directory.handle(request, segments.subList(1, segments.size()));
    }

    private TokenStore.Grant grant(Request request) {
        String header = request.header("Authorization");
        String token = header.startsWith("Bearer ") ? header.substring(7).strip() : "";
        if (token.isEmpty()) {
            throw GraphException.invalidToken("Access token is empty.");
        }
        Optional<TokenStore.AccessToken> access = tokenStore.accessToken(token);
        if (access.isEmpty()) {
            throw GraphException.invalidToken("CompactToken parsing failed with error code: 80049217");
        }
        Optional<Instant> revoked = tokenStore.revokedAt(token);
        if (revoked.isPresent()) {
            // Microsoft Learn, "Claims challenges, claims requests, and client capabilities": only a program that
            // declares the capability is told. Others keep a token that soon runs out.
            throw access.get().grant().handlesChallenges()
                    ? GraphException.sessionRevoked(revoked.get())
                    : GraphException.tokenExpired();
        }
        if (tokenStore.isExpired(access.get().expires())) {
            throw GraphException.tokenExpired();
        }
        return access.get().grant();
    }
}
