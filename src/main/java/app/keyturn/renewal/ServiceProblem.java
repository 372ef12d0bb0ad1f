package app.keyturn.renewal;

import java.time.Duration;
import java.util.Optional;

/**
 * Microsoft could not be reached, or did not let this account do it.
 *
 * @param reason what stood in the way
 * @param issuer who a certificate that nobody trusts says has made it: anybody can write any name there; empty if there
 *        is no such certificate, or no name in it
 * @param clockBehind how far this computer's clock is behind Microsoft's, negative if it is ahead; empty if nobody knows,
 *        or if the problem is another
 * @param changed what had been changed when it happened
 * @param details the technical part
 */
public record ServiceProblem(Reason reason, Optional<String> issuer, Optional<Duration> clockBehind,
        ChangeState changed,
        Diagnostics details)
        implements
            Problem {

    /** What can stand between this program and Microsoft. */
    public enum Reason {
        /** Nobody knows the address of that name: there is no network, or it looks up no names. */
        NET_NO_NAME(Action.TRY_AGAIN),
        /** The address is known, and turns connections away: a firewall, or a proxy that is not running. */
        NET_REFUSED(Action.TRY_AGAIN),
        /** No connection for another reason: no way there, or cut off. */
        NET_UNREACHABLE(Action.TRY_AGAIN),
        /** The certificate comes from an authority that is not trusted: often a school's network inspects it. */
        NET_INSPECTED(Action.TRY_AGAIN),
        /** The connection is not trusted for another reason: run out, or of another name. */
        NET_NOT_TRUSTED(Action.TRY_AGAIN),
        /** This computer's clock is so wrong that sign-ins and certificates do not count. */
        CLOCK_WRONG(Action.TRY_AGAIN),
        /** The network's proxy asks for a password, and would take one (HTTP 407, Basic). */
        NET_PROXY_PASSWORD(Action.TRY_AGAIN),
        /** The network's proxy asks for a sign-in that Keyturn does not have: NTLM or Kerberos, most often. */
        NET_PROXY_UNSUPPORTED(Action.TRY_AGAIN),
        /** No answer within the time limit. */
        NET_TIMED_OUT(Action.TRY_AGAIN),
        /** Something else answered in Microsoft's place, or the answer cannot be read. */
        NET_STRANGE_ANSWER(Action.TRY_AGAIN),
        /** Microsoft asks to wait (HTTP 429). */
        SERVICE_BUSY(Action.TRY_AGAIN),
        /** Microsoft has trouble of its own (HTTP 5xx). */
        SERVICE_DOWN(Action.TRY_AGAIN),
        /**
         * This account may not do it. The synchronization API says so with an HTTP 401 and an empty message, not with
         * a 403 (github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/8800). A role that is switched on for a
         * while counts from the next sign-in on, and so does an approval; so signing in again mends most of it.
         */
        ROLE_MISSING(Action.SIGN_IN_AGAIN),
        /** The app or its sync is not there any more (HTTP 404). */
        APP_GONE(Action.SIGN_IN_AGAIN),
        /**
         * The US Government clouds take 1 KB of credentials, and these are longer; so a refusal for no reason known
         * here is most likely this one. The app is read anew at the next sign-in, with what was shortened meanwhile.
         */
        TOKEN_TOO_LONG_FOR_CLOUD(Action.SIGN_IN_AGAIN),
        /** Microsoft refused the request for a reason not known here. */
        SERVICE_REFUSED(Action.TRY_AGAIN),
        /** The person pressed Stop or Cancel. */
        STOPPED(Action.TRY_AGAIN),
        /** A fault in Keyturn itself. */
        INTERNAL_FAULT(Action.TRY_AGAIN);

        private final Action action;

        Reason(Action action) {
            this.action = action;
        }
    }

    /** A problem in which neither a certificate nor the clock plays a part. */
    public ServiceProblem(Reason reason, ChangeState changed, Diagnostics details) {
        this(reason, Optional.empty(), changed, details);
    }

    /** A problem in which a certificate may play a part. */
    public ServiceProblem(Reason reason, Optional<String> issuer, ChangeState changed, Diagnostics details) {
        this(reason, issuer, Optional.empty(), changed, details);
    }

    /** A clock that is wrong by so much; negative if it is ahead. */
    public static ServiceProblem clockWrong(Duration behind, ChangeState changed, Diagnostics details) {
        return new ServiceProblem(Reason.CLOCK_WRONG, Optional.empty(), Optional.of(behind), changed, details);
    }

    @Override
    public ServiceProblem with(ChangeState now) {
        return new ServiceProblem(reason, issuer, clockBehind, now, details);
    }

    /** The same problem with other details. */
    public ServiceProblem with(Diagnostics known) {
        return new ServiceProblem(reason, issuer, clockBehind, changed, known);
    }

    @Override
    public String code() {
        return Problem.codeOf(reason);
    }

    @Override
    public Action action() {
        return reason.action;
    }
}
