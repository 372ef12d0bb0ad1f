package app.keyturn.renewal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A failure that the user can act on. The message bundle has its texts under the {@link ProblemCode}: what happened,
 * what to do now, and who can help.
 *
 * @param code its code, and what can be done about it
 * @param changed whether anything was changed by the time it happened
 * @param details the technical part
 * @param keys the settings it concerns, by key; empty if none
 * @param issuer the claimed issuer of an untrusted certificate, which may be any name; empty if there is no such
 *     certificate, or no name in it
 * @param clockBehind how far this computer's clock is behind Microsoft's, negative if it is ahead; empty if that is not
 *     known, or not the problem
 */
public record Problem(ProblemCode code, ChangeState changed, Diagnostics details, List<String> keys,
        Optional<String> issuer, Optional<Duration> clockBehind) {

    public Problem {
        keys = List.copyOf(keys);
    }

    /** A problem without further facts. */
    public Problem(ProblemCode code, ChangeState changed, Diagnostics details) {
        this(code, changed, details, List.of(), Optional.empty(), Optional.empty());
    }

    /** A problem without an earlier change: its code alone says what was changed. */
    public Problem(ProblemCode code, Diagnostics details) {
        this(code, code.changed(), details);
    }

    /** {@code CLOCK-WRONG}, with the deviation; negative if the clock is ahead. */
    public static Problem clockWrong(Duration behind, ChangeState changed, Diagnostics details) {
        return new Problem(ProblemCode.CLOCK_WRONG, changed, details, List.of(), Optional.empty(),
                Optional.of(behind));
    }

    /** The same problem about these settings. */
    public Problem withKeys(List<String> concerned) {
        return new Problem(code, changed, details, concerned, issuer, clockBehind);
    }

    /** The same problem about a certificate of this issuer. */
    public Problem withIssuer(Optional<String> named) {
        return new Problem(code, changed, details, keys, named, clockBehind);
    }

    /** The same problem with other details. */
    public Problem withDetails(Diagnostics known) {
        return new Problem(code, changed, known, keys, issuer, clockBehind);
    }

    /**
     * The same problem after an earlier change. This is the only rule for what a message reports as changed: a failed
     * request has changed nothing itself, so the earlier change still holds; a problem that says otherwise comes from a
     * later reading, so it stays. An app or a sync that existed before a save and is missing after it is
     * {@code APP-GONE}.
     *
     * @param earlier the earlier change
     */
    public Problem after(ChangeState earlier) {
        if (changed != ChangeState.NOTHING || earlier == ChangeState.NOTHING) {
            return this;
        }
        return new Problem(code.group() == ProblemCode.Group.APP ? ProblemCode.APP_GONE : code, earlier, details, keys,
                issuer, clockBehind);
    }

    /** The one thing to do now. Once the token is saved, to try again is to check again: it is not saved twice. */
    public Action action() {
        return changed == ChangeState.SAVED && code.action() == Action.TRY_AGAIN ? Action.CHECK_AGAIN : code.action();
    }

    /** The same result of a test, about the token that has been saved. */
    Problem aboutSavedToken() {
        return new Problem(code.aboutSavedToken(), details);
    }
}
