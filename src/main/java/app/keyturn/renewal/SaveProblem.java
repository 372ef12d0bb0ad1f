package app.keyturn.renewal;

import java.util.List;

/**
 * Saving did not end as it should.
 *
 * @param reason how it ended
 * @param changed what this attempt and those before it have changed
 * @param keys the settings concerned, by key; empty if none
 * @param details the technical part
 */
public record SaveProblem(Reason reason, ChangeState changed, List<String> keys,
        Diagnostics details) implements Problem {

    /** How a save can end badly. */
    public enum Reason {
        /** Microsoft refused the save; nothing was written. */
        SAVE_REFUSED(ChangeState.NOTHING),
        /** The app's settings kept changing between the test and the save, so nothing was sent. */
        SAVE_SETTINGS_MOVING(ChangeState.NOTHING),
        /** No answer: it is not known which of the two tokens Microsoft now uses. */
        SAVE_UNKNOWN(ChangeState.NOT_KNOWN),
        /** The token is saved, but other settings of the app do not read as they did before. */
        SAVE_SETTINGS_LOST(ChangeState.SAVED);

        private final ChangeState changed;

        Reason(ChangeState changed) {
            this.changed = changed;
        }
    }

    public SaveProblem {
        keys = List.copyOf(keys);
    }

    /** Of a first attempt. */
    public SaveProblem(Reason reason, List<String> keys, Diagnostics details) {
        this(reason, reason.changed, keys, details);
    }

    /** A save that has written nothing says nothing of the attempts before it. */
    @Override
    public SaveProblem with(ChangeState now) {
        return changed == ChangeState.NOTHING ? new SaveProblem(reason, now, keys, details) : this;
    }

    @Override
    public String code() {
        return Problem.codeOf(reason);
    }

    @Override
    public Action action() {
        return Action.TRY_AGAIN;
    }
}
