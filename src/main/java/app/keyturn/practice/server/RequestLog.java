package app.keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;

/** The requests that reached the practice world, and its violations: what a careful program would not have done. */
public final class RequestLog {
    /**
     * A request, without anything secret: no query, headers or body.
     *
     * @param method of HTTP
     * @param host the host name that the program used
     * @param path at that host
     * @param status of the response
     */
    public record Entry(String method, String host, String path, int status) {}

    private final List<Entry> requests = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    /** Adds a request. */
    public void add(Entry request) {
        requests.add(request);
    }

    /** Adds a violation. */
    public void flag(String violation) {
        violations.add(violation);
    }

    /** The requests in order. */
    public List<Entry> requests() {
        return List.copyOf(requests);
    }

    /** The violations in order. */
    public List<String> violations() {
        return List.copyOf(violations);
    }
}
