package app.keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;

/** What happened in this world, and what should not have. */
public final class RequestLog {
    private final List<SeenRequest> requests = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    public void add(SeenRequest request) {
        requests.add(request);
    }

    public void flag(String violation) {
        violations.add(violation);
    }

    public List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }
}
