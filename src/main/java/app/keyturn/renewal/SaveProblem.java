package app.keyturn.renewal;

import java.util.List;

/**
 * Saving did not end as it should.
 *
 * @param reason how it ended
 * @param keys the settings concerned, by key; empty if none
 * @param details the technical part
 */
public record SaveProblem(Reason reason, List<String> keys, Details details) implements Problem {

    /** How a save can end badly. */
    public enum Reason {
        /** Microsoft refused the save; nothing was written. */
        SAVE_REFUSED(Changed.NOTHING),
        /** The app's settings kept changing between the test and the save, so nothing was sent. */
        SAVE_SETTINGS_MOVING(Changed.NOTHING),
        /** No answer: it is not known which of the two tokens Microsoft now uses. */
        SAVE_UNKNOWN(Changed.NOT_KNOWN),
        /** The token is saved, but other settings of the app do not read as they did before. */
        SAVE_SETTINGS_LOST(Changed.SAVED);

        private final Changed changed;

        Reason(Changed changed) {
            this.changed = changed;
        }
    }

    public SaveProblem {
        keys = List.copyOf(keys);
    }

    @Override
    public String code() {
        return Problem.codeOf(reason);
    }

    @Override
    public Changed changed() {
        return reason.changed;
    }

    @Override
    public Action action() {
        return Action.TRY_AGAIN;
    }
}
