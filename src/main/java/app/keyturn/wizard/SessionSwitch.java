package app.keyturn.wizard;

import app.keyturn.renewal.Portal;
import java.util.List;
import java.util.Optional;

/** Switches between real mode and practice mode. Each switch builds a new session; nothing is carried over. */
public interface SessionSwitch {
    boolean practising();

    /** The IDs of the practice scenarios; their names are in the bundle under {@code scenario.} and the ID. */
    List<String> scenarios();

    /** The current scenario; outside practice mode, the first one to offer. */
    default String scenario() {
        return scenarios().getFirst();
    }

    /** The portal of the current practice session; empty outside practice mode. */
    default Optional<Portal> practicePortal() {
        return Optional.empty();
    }

    /** Opens a practice session on the first page, with this portal chosen. */
    void enterPractice(Portal portal, String scenario);

    /** Returns to real mode, on the first page. */
    void leavePractice();
}
