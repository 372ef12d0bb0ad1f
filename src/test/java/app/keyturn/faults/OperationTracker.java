package app.keyturn.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells which operation a request belongs to, by method, path, and what went before. Only requests whose answers came
 * through whole lead on: one that is repeated is still the same operation.
 */
final class OperationTracker {
    private static final Pattern JOB = Pattern.compile("GET .*/synchronization/jobs/[^/]+");

    private final Map<Operation, Integer> attempts = new EnumMap<>(Operation.class);
    /** How many answers there were in the directory since the sign-in. */
    private int found;
    private boolean tried;
    private boolean saveSent;
    private boolean startSent;

    /**
     * The operation of a request to Microsoft Graph.
     *
     * @param request method and path, without the version
     * @param query the path's query; empty if it is not known
     */
    synchronized Optional<Operation> of(String request, String query) {
        if (request.endsWith("/validateCredentials")) {
            return Optional.of(saveSent ? Operation.TEST_SAVED : tried ? Operation.TEST : Operation.BASELINE);
        }
        if (request.endsWith("/synchronization/secrets")) {
            if (request.startsWith("PUT ")) {
                return Optional.of(Operation.SAVE);
            }
            Operation reading = tried ? Operation.SECRETS : Operation.SECRETS_PART;
            return Optional.of(saveSent ? Operation.READ_BACK : reading);
        }
        if (request.endsWith("/start")) {
            return Optional.of(Operation.START);
        }
        if (JOB.matcher(request).matches()) {
            return Optional.of(startSent ? Operation.WATCH : Operation.JOB);
        }
        if (request.endsWith("/synchronization/jobs")) {
            return Optional.of(Operation.JOBS_PART);
        }
        if (request.equals("POST /$batch") && found != 1) {
            return Optional.of(found == 0 ? Operation.LIST : Operation.LOOK);
        }
        return isForApple(query) ? Optional.of(Operation.LIST_PART) : Optional.empty();
    }

    /** The operation of one question in a batch. */
    static Optional<Operation> ofPart(String address) {
        if (isForApple(address)) {
            return Optional.of(Operation.LIST_PART);
        }
        if (address.endsWith("/synchronization/jobs")) {
            return Optional.of(Operation.JOBS_PART);
        }
        return address.endsWith("/synchronization/secrets") ? Optional.of(Operation.SECRETS_PART) : Optional.empty();
    }

    /** A request is on its way: what comes after it may depend on it, whatever its answer. */
    synchronized void sent(Operation operation) {
        attempts.merge(operation, 1, Integer::sum);
        saveSent |= operation == Operation.SAVE;
        startSent |= operation == Operation.START;
    }

    /** What is tested is not saved: the old token was tried before. */
    synchronized void testing() {
        tried = true;
    }

    /** A request to Microsoft Graph has its answer, and it came through whole. */
    synchronized void answered(String request, Optional<Operation> operation) {
        if (request.equals("POST /$batch") || operation.isEmpty()) {
            found++;
        }
        tried |= operation.equals(Optional.of(Operation.BASELINE));
    }

    /** Somebody has signed in: the reading begins anew. */
    synchronized void signedIn() {
        found = 0;
        tried = false;
    }

    /** How often the program has tried it. */
    synchronized int attempts(Operation operation) {
        return attempts.getOrDefault(operation, 0);
    }

    private static boolean isForApple(String query) {
        return query.contains("startswith");
    }
}
