package app.keyturn.wizard;

import app.keyturn.renewal.Portal;
import java.util.List;
import java.util.Optional;

/** Switches between the real world and the practice world. Everything is built anew; nothing is carried over. */
public interface SessionSwitch {
    boolean practising();

    /** The IDs of the practice scenarios; their names are in the bundle under {@code scenario.} and the ID. */
    List<String> scenarios();

    /** The current scenario; outside practice mode, the first one to offer. */
    default String scenario() {
        return scenarios().getFirst();
    }

    /** The portal of the current practice world; empty outside practice mode. */
    default Optional<Portal> practicePortal() {
        return Optional.empty();
    }

    /** Opens a practice world on the first page, with this portal chosen. */
    void enterPractice(Portal portal, String scenario);

    /** Returns to the real world, on the first page. */
    void leavePractice();
}
