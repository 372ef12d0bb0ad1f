package app.keyturn.renewal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Bad news the user can act on. The message bundle has its texts under the {@link ProblemCode}: what happened, what to
 * do now, and who can help.
 *
 * @param code what it is called, and what can be done about it
 * @param changed whether anything was changed by the time it happened
 * @param details the technical part
 * @param keys the settings it concerns, by key; empty if none
 * @param issuer who claims to have issued a certificate that is not trusted: anyone can write any name there; empty if
 *        there is no such certificate, or no name in it
 * @param clockBehind how far this computer's clock is behind Microsoft's, negative if it is ahead; empty if that is not
 *        known, or not the problem
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

    /** A problem that was met before anything else was changed: what was changed is up to its code. */
    public Problem(ProblemCode code, Diagnostics details) {
        this(code, code.changed(), details);
    }

    /** {@code CLOCK-WRONG}, by so much; negative if the clock is ahead. */
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
     * The same problem, met after something had already been changed. This is the only rule for what a message says was
     * changed: a request that failed has changed nothing itself, so what was changed before still holds; a problem that
     * says otherwise was found by looking, later than what was known before, so it stays. An app or a sync that existed
     * before a save and is missing after it is {@code APP-GONE}.
     *
     * @param earlier what had been changed before
     */
    public Problem after(ChangeState earlier) {
        if (changed != ChangeState.NOTHING || earlier == ChangeState.NOTHING) {
            return this;
        }
        return new Problem(code.group() == ProblemCode.Group.APP ? ProblemCode.APP_GONE : code, earlier, details, keys,
                issuer, clockBehind);
    }

    /** The one thing to do now. */
    public Action action() {
        return code.action();
    }

    /** The same result of a test, about the token that has been saved. */
    Problem aboutSavedToken() {
        return new Problem(code.aboutSavedToken(), details);
    }
}
