package app.keyturn.practice;

import java.util.ArrayList;
import java.util.List;

/** What happened in this world, and what should not have. */
final class Ledger {
    private final List<SeenRequest> requests = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    void saw(SeenRequest request) {
        requests.add(request);
    }

    void flag(String violation) {
        violations.add(violation);
    }

    List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }
}
