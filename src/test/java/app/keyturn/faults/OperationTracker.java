package app.keyturn.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells which operation a request belongs to, by method, path and earlier requests. Only complete answers move it
 * forward: a repeated request is still the same operation.
 */
final class OperationTracker {
    private static final Pattern JOB = Pattern.compile("GET .*/synchronization/jobs/[^/]+");

    private final Map<Operation, Integer> attempts = new EnumMap<>(Operation.class);
    /** Directory answers since the sign-in. */
    private int found;
    private boolean tried;
    private boolean saveSent;
    private boolean startSent;

    /**
     * The operation of a request to Microsoft Graph.
     *
     * @param request method and path, without the version
     * @param query empty if unknown
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

    /** The operation of one part of a batch. */
    static Optional<Operation> ofPart(String address) {
        if (isForApple(address)) {
            return Optional.of(Operation.LIST_PART);
        }
        if (address.endsWith("/synchronization/jobs")) {
            return Optional.of(Operation.JOBS_PART);
        }
        return address.endsWith("/synchronization/secrets") ? Optional.of(Operation.SECRETS_PART) : Optional.empty();
    }

    /** A request was sent: later ones may depend on it, whatever its answer. */
    synchronized void sent(Operation operation) {
        attempts.merge(operation, 1, Integer::sum);
        saveSent |= operation == Operation.SAVE;
        startSent |= operation == Operation.START;
    }

    /** A token that is not saved is being tested: the old one was tested before. */
    synchronized void testing() {
        tried = true;
    }

    /** A request to Microsoft Graph was answered completely. */
    synchronized void answered(String request, Optional<Operation> operation) {
        if (request.equals("POST /$batch") || operation.isEmpty()) {
            found++;
        }
        tried |= operation.equals(Optional.of(Operation.BASELINE));
    }

    /** After a sign-in everything is read again. */
    synchronized void signedIn() {
        found = 0;
        tried = false;
    }

    /** How often the program has tried an operation. */
    synchronized int attempts(Operation operation) {
        return attempts.getOrDefault(operation, 0);
    }

    private static boolean isForApple(String query) {
        return query.contains("startswith");
    }
}
