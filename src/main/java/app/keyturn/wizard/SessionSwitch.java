package app.keyturn.wizard;

import app.keyturn.renewal.Portal;
import java.util.List;
import java.util.Optional;

/** The real world and the practice world. Changing over builds everything anew; nothing is carried across. */
public interface SessionSwitch {
    /** True in the practice world. */
    boolean practising();

    /** The practice scenarios, by id; their names stand in the bundle under {@code scenario.} and the id. */
    List<String> scenarios();

    /** The scenario in force; outside the practice world, the one to offer first. */
    default String scenario() {
        return scenarios().getFirst();
    }

    /** The portal the open practice world was made for; empty outside it. */
    default Optional<Portal> practicePortal() {
        return Optional.empty();
    }

    /** Enters the practice world, at the first page, with this portal chosen. */
    void enterPractice(Portal portal, String scenario);

    /** Leaves the practice world for the real one, at the first page. */
    void leavePractice();
}
