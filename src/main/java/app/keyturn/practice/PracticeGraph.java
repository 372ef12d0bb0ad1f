package app.keyturn.practice;

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
final class PracticeGraph {
    private final Grants grants;
    private final Directory directory;
    private final Synchronization synchronization;
    private final PracticeSettings.Graph settings;
    private final Clock clock;
    private int calls;

    PracticeGraph(Grants grants, Directory directory, Synchronization synchronization, PracticeSettings settings) {
        this.grants = grants;
        this.directory = directory;
        this.synchronization = synchronization;
        this.settings = settings.graph();
        this.clock = settings.clock();
    }

    Answer answer(Request request) {
        String id = UUID.randomUUID().toString();
        String clientId = request.header("client-request-id").isEmpty() ? id : request.header("client-request-id");
        Answer answer;
        try {
            answer = route(request);
        } catch (GraphProblem problem) {
            String date = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
            answer = problem.answer(date, id, clientId);
        }
        return answer.with("request-id", id).with("client-request-id", clientId).with("Cache-Control", "no-cache");
    }

    static Answer json(int status, JsonObject body) {
        return Answer.of(status, "application/json; odata.metadata=minimal;odata.streaming=true;"
                + "IEEE754Compatible=false;charset=utf-8", Json.text(body));
    }

    private Answer route(Request request) {
        Grants.Grant grant = grant(request);
        List<String> way = Arrays.stream(request.path().split("/", -1)).filter(part -> !part.isEmpty()).toList();
        if (way.size() < 2 || !List.of("v1.0", "beta").contains(way.getFirst())) {
            throw GraphProblem.badRequest("Invalid version");
        }
        if (way.size() == 2 && way.get(1).equals("$batch")) {
            if (!settings.takesBatches()) {
                throw GraphProblem.notHere("$batch");
            }
            return GraphBatch.answer(request, way.getFirst(), this::answer);
        }
        waitIfBusy();
        if (way.size() > 3 && way.get(1).equals("servicePrincipals") && way.get(3).equals("synchronization")) {
            if (!grant.covers(Scopes.SYNCHRONIZE) || !grant.maySynchronize()) {
                throw GraphProblem.syncNotAllowed();
            }
            return synchronization.answer(request, directory.app(way.get(2)), way.subList(4, way.size()));
        }
        if (!grant.covers(Scopes.READ_APPLICATIONS)) {
            throw GraphProblem.notAllowed();
        }
        return directory.answer(request, way.subList(1, way.size()));
    }

    private Grants.Grant grant(Request request) {
        String header = request.header("Authorization");
        String token = header.startsWith("Bearer ") ? header.substring(7).strip() : "";
        if (token.isEmpty()) {
            throw GraphProblem.invalidToken("Access token is empty.");
        }
        Optional<Grants.Access> access = grants.access(token);
        if (access.isEmpty()) {
            throw GraphProblem.invalidToken("CompactToken parsing failed with error code: 80049217");
        }
        Optional<Instant> ended = grants.ended(token);
        if (ended.isPresent()) {
            throw GraphProblem.sessionEnded(ended.get());
        }
        if (grants.isOver(access.get().ends())) {
            throw GraphProblem.invalidToken("Lifetime validation failed, the token is expired.");
        }
        return access.get().grant();
    }

    private void waitIfBusy() {
        calls++;
        Duration wait = settings.busy().get(calls);
        if (wait != null) {
            throw GraphProblem.busy(wait);
        }
    }
}
