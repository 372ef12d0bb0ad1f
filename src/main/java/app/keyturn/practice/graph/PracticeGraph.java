package app.keyturn.practice.graph;

import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.PracticeSettings;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.signin.Scopes;
import app.keyturn.practice.signin.TokenStore;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Stands in for Microsoft Graph: who may ask, and which part answers.
 *
 * <p>Sources: Microsoft Learn, "Microsoft Graph error responses and resource types" and "Microsoft Entra synchronization
 * API overview". That the sync API refuses with 401 and an empty message is what administrators report.
 */
public final class PracticeGraph {
    private final TokenStore grants;
    private final Directory directory;
    private final Synchronization synchronization;
    private final PracticeSettings.Graph settings;
    private final Clock clock;
    private int calls;

    public PracticeGraph(TokenStore grants, Directory directory, Synchronization synchronization,
            PracticeSettings settings) {
        this.grants = grants;
        this.directory = directory;
        this.synchronization = synchronization;
        this.settings = settings.graph();
        this.clock = settings.clock();
    }

    public Response answer(Request request) {
        String id = UUID.randomUUID().toString();
        String clientId = request.header("client-request-id").isEmpty() ? id : request.header("client-request-id");
        Response answer;
        try {
            answer = route(request);
        } catch (GraphException problem) {
            String date = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
            answer = problem.answer(date, id, clientId);
        }
        return answer.with("request-id", id).with("client-request-id", clientId).with("Cache-Control", "no-cache");
    }

    static Response json(int status, JsonObject body) {
        return Response.of(status, "application/json; odata.metadata=minimal;odata.streaming=true;"
                + "IEEE754Compatible=false;charset=utf-8", Json.text(body));
    }

    private Response route(Request request) {
        TokenStore.Grant grant = grant(request);
        List<String> way = Arrays.stream(request.path().split("/", -1)).filter(part -> !part.isEmpty()).toList();
        if (way.size() < 2 || !List.of("v1.0", "beta").contains(way.getFirst())) {
            throw GraphException.badRequest("Invalid version");
        }
        if (way.size() == 2 && way.get(1).equals("$batch")) {
            if (!settings.takesBatches()) {
                throw GraphException.notHere("$batch");
            }
            return GraphBatch.answer(request, way.getFirst(), this::answer);
        }
        waitIfBusy();
        if (way.size() > 3 && way.get(1).equals("servicePrincipals") && way.get(3).equals("synchronization")) {
            if (!grant.covers(Scopes.SYNCHRONIZE) || !grant.maySynchronize()) {
                throw GraphException.syncNotAllowed();
            }
            return synchronization.answer(request, directory.app(way.get(2)), way.subList(4, way.size()));
        }
        if (!grant.covers(Scopes.READ_APPLICATIONS)) {
            throw GraphException.notAllowed();
        }
        return directory.answer(request, way.subList(1, way.size()));
    }

    private TokenStore.Grant grant(Request request) {
        String header = request.header("Authorization");
        String token = header.startsWith("Bearer ") ? header.substring(7).strip() : "";
        if (token.isEmpty()) {
            throw GraphException.invalidToken("Access token is empty.");
        }
        Optional<TokenStore.Access> access = grants.access(token);
        if (access.isEmpty()) {
            throw GraphException.invalidToken("CompactToken parsing failed with error code: 80049217");
        }
        Optional<Instant> ended = grants.ended(token);
        if (ended.isPresent()) {
            throw GraphException.sessionEnded(ended.get());
        }
        if (grants.isOver(access.get().ends())) {
            throw GraphException.invalidToken("Lifetime validation failed, the token is expired.");
        }
        return access.get().grant();
    }

    private void waitIfBusy() {
        calls++;
        Duration wait = settings.busy().get(calls);
        if (wait != null) {
            throw GraphException.busy(wait);
        }
    }
}
