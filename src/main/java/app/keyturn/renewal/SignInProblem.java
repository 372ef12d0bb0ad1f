package app.keyturn.renewal;

/**
 * The sign-in at Microsoft did not succeed, or ended in the middle.
 *
 * @param reason why
 * @param changed what had been changed when it happened
 * @param details the technical part
 */
public record SignInProblem(Reason reason, ChangeState changed, Diagnostics details) implements Problem {

    /** Why a sign-in can fail. */
    public enum Reason {
        /** The person, or an administrator, pressed Cancel on the permission page. */
        SIGNIN_DECLINED(Action.SIGN_IN_AGAIN),
        /** The sign-in app needs an administrator's approval first. */
        SIGNIN_NEEDS_APPROVAL(Action.SWITCH_ACCOUNT),
        /** The organisation's policy blocks this sign-in. */
        SIGNIN_BLOCKED(Action.SWITCH_ACCOUNT),
        /** Only accounts that are assigned to the sign-in app may use it, and this one is not. */
        SIGNIN_NOT_ASSIGNED(Action.SWITCH_ACCOUNT),
        /** The account belongs to another organisation. */
        SIGNIN_WRONG_ACCOUNT(Action.SWITCH_ACCOUNT),
        /** The account is a personal one, or of another kind that no organisation gives out. */
        SIGNIN_PERSONAL_ACCOUNT(Action.SWITCH_ACCOUNT),
        /** The account is locked, switched off, or has no valid password. */
        SIGNIN_ACCOUNT(Action.SIGN_IN_AGAIN),
        /** One more proof of who it is was asked for, and not given. */
        SIGNIN_EXTRA_PROOF(Action.SIGN_IN_AGAIN),
        /** The organisation that was named does not exist, or not in this cloud. */
        SIGNIN_NO_SUCH_TENANT(Action.SIGN_IN_AGAIN),
        /** The sign-in app works for one organisation only, and none was named. */
        SIGNIN_SINGLE_TENANT(Action.SIGN_IN_AGAIN),
        /** The organisation does not know the sign-in app. */
        SIGNIN_APP_MISSING(Action.SIGN_IN_AGAIN),
        /** The sign-in app is not registered as a public client. */
        SIGNIN_NOT_PUBLIC(Action.SIGN_IN_AGAIN),
        /** The sign-in app does not allow the address on this computer. */
        SIGNIN_NO_REDIRECT(Action.SIGN_IN_AGAIN),
        /** The sign-in app is blocked or set up wrongly in another way. */
        SIGNIN_APP_REFUSED(Action.SIGN_IN_AGAIN),
        /** Nobody finished the sign-in within the time limit. */
        SIGNIN_TIMED_OUT(Action.SIGN_IN_AGAIN),
        /** The person pressed Cancel in this window. */
        SIGNIN_CANCELLED(Action.SIGN_IN_AGAIN),
        /** A local port for the browser's answer could not be opened. */
        SIGNIN_NO_PORT(Action.SIGN_IN_AGAIN),
        /** Microsoft refused for a reason not known here. */
        SIGNIN_FAILED(Action.SIGN_IN_AGAIN),
        /** The sign-in ended in the middle: it ran out, or a policy took it back. */
        SIGNIN_EXPIRED(Action.SIGN_IN_AGAIN);

        private final Action action;

        Reason(Action action) {
            this.action = action;
        }
    }

    @Override
    public String code() {
        return Problem.codeOf(reason);
    }

    @Override
    public SignInProblem with(ChangeState now) {
        return new SignInProblem(reason, now, details);
    }

    @Override
    public Action action() {
        return reason.action;
    }
}
