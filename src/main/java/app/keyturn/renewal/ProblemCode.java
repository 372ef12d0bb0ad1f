package app.keyturn.renewal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All problems, with their codes, actions and options. The constructor makes sure that nothing is forgotten; the order
 * is that of the docs.
 */
public enum ProblemCode {
    /** The user, or an administrator, pressed Cancel on the permission page. */
    SIGNIN_DECLINED(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** The sign-in app needs an administrator's approval first. */
    SIGNIN_NEEDS_APPROVAL(Group.SIGN_IN, Action.SWITCH_ACCOUNT, Options.ask(Request.APPROVAL)),
    /** A partner's account, in a customer's organisation that has not approved the sign-in app for partners. */
    SIGNIN_PARTNER(Group.SIGN_IN, Action.SWITCH_ACCOUNT, Options.ask(Request.CUSTOMER)),
    /** The organisation's policy blocks this sign-in. */
    SIGNIN_BLOCKED(Group.SIGN_IN, Action.SWITCH_ACCOUNT, Options.ask(Request.RULE)),
    /** One of two organisations does not allow accounts of the one in the other. */
    SIGNIN_CROSS_TENANT(Group.SIGN_IN, Action.SWITCH_ACCOUNT, Options.ask(Request.RULE)),
    /** The policy wants another device, browser, system or app. */
    SIGNIN_DEVICE(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.ask(Request.RULE)),
    /** The network lets users sign in to certain organisations only. */
    SIGNIN_NETWORK(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** Microsoft holds the account to be at risk. */
    SIGNIN_RISK(Group.SIGN_IN, Action.SWITCH_ACCOUNT, Options.ask(Request.RULE)),
    /** Only accounts that are assigned to the sign-in app may use it, and this one is not. */
    SIGNIN_NOT_ASSIGNED(Group.SIGN_IN, Action.SWITCH_ACCOUNT, Options.ask(Request.RULE)),
    /** The account belongs to another organisation. */
    SIGNIN_WRONG_ACCOUNT(Group.SIGN_IN, Action.SWITCH_ACCOUNT, Options.BY_HAND),
    /** The account is a personal one, or of another kind that no organisation issues. */
    SIGNIN_PERSONAL_ACCOUNT(Group.SIGN_IN, Action.SWITCH_ACCOUNT, Options.BY_HAND),
    /** The account is locked, disabled, or has no valid password. */
    SIGNIN_ACCOUNT(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** Another proof of identity was required and not given. */
    SIGNIN_EXTRA_PROOF(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** Another proof of identity can only be set up in certain places or on certain devices. */
    SIGNIN_PROOF_SETUP(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** The organisation that was named does not exist. */
    SIGNIN_NO_SUCH_TENANT(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** The organisation is in another of Microsoft's clouds. */
    SIGNIN_OTHER_CLOUD(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** The sign-in app works for one organisation only, and none was named. */
    SIGNIN_SINGLE_TENANT(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** The organisation does not know the sign-in app. */
    SIGNIN_APP_MISSING(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.ask(Request.SIGN_IN_APP)),
    /** The sign-in app is switched off in this organisation. */
    SIGNIN_APP_OFF(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.ask(Request.SIGN_IN_APP)),
    /** The sign-in app is not registered as a public client. */
    SIGNIN_NOT_PUBLIC(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.ask(Request.SIGN_IN_APP)),
    /** The sign-in app's redirect address is registered as that of a web page ("Single-page application"). */
    SIGNIN_SINGLE_PAGE(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.ask(Request.SIGN_IN_APP)),
    /** The sign-in app does not allow the address on this computer. */
    SIGNIN_NO_REDIRECT(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.ask(Request.SIGN_IN_APP)),
    /** The sign-in app is blocked or misconfigured in another way. */
    SIGNIN_APP_REFUSED(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.ask(Request.SIGN_IN_APP)),
    /** The sign-in was not finished within the time limit. */
    SIGNIN_TIMED_OUT(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** The user pressed Cancel or went back. Nothing failed, so nothing is offered beside the action. */
    SIGNIN_CANCELLED(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.NONE),
    /** A local port for the browser's redirect could not be opened. */
    SIGNIN_NO_PORT(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** Microsoft refused for a reason unknown to this version. */
    SIGNIN_FAILED(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /** The sign-in ended in the middle: it expired, or a policy revoked it. */
    SIGNIN_EXPIRED(Group.SIGN_IN, Action.SIGN_IN_AGAIN, Options.BY_HAND),

    /** The host name does not resolve: there is no network, or no DNS. */
    NET_NO_NAME(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** The address is known, and refuses connections: a firewall, or a proxy that is not running. */
    NET_REFUSED(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** No connection for another reason: no route, or cut off. */
    NET_UNREACHABLE(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** The certificate comes from an authority that is not trusted: often a school's network inspects traffic. */
    NET_INSPECTED(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** The connection is not trusted for another reason: expired, or issued for another name. */
    NET_NOT_TRUSTED(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** This computer's clock is so wrong that sign-ins and certificates do not count. */
    CLOCK_WRONG(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** The network's proxy asks for a password, and would take one (HTTP 407, Basic). */
    NET_PROXY_PASSWORD(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** The network's proxy asks for a sign-in that Keyturn does not have: NTLM or Kerberos, most often. */
    NET_PROXY_UNSUPPORTED(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** No answer within the time limit. */
    NET_TIMED_OUT(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** Something else answered in Microsoft's place, or the answer cannot be read. */
    NET_STRANGE_ANSWER(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** Microsoft asks to wait (HTTP 429). */
    SERVICE_BUSY(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** Microsoft's service has failed (HTTP 5xx). */
    SERVICE_DOWN(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /**
     * This account lacks the permission. The synchronization API says so with an HTTP 401 and an empty message, not
     * with a 403 (github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/8800). A role that is activated for a
     * while counts from the next sign-in on, and so does an approval; so signing in again fixes most of it.
     */
    ROLE_MISSING(Group.SERVICE, Action.SIGN_IN_AGAIN, Options.ask(Request.ROLE)),
    /** The app or its sync no longer exists (HTTP 404). */
    APP_GONE(Group.SERVICE, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /**
     * The US Government clouds take 1 KB of credentials, and these are longer; so a refusal without a known reason is
     * most likely this one. The app is read again at the next sign-in, with whatever was shortened meanwhile.
     */
    TOKEN_TOO_LONG_FOR_CLOUD(Group.SERVICE, Action.SIGN_IN_AGAIN, Options.BY_HAND),
    /**
     * Microsoft does not understand one of the app's settings, and says so with an HTTP 500 that lasts
     * (github.com/microsoftgraph/msgraph-beta-sdk-java/issues/372). Only Microsoft's portal can show which one.
     */
    SETTING_NOT_UNDERSTOOD(Group.SERVICE, Action.BY_HAND, Options.BY_HAND),
    /** Microsoft refused the request for a reason unknown to this version. */
    SERVICE_REFUSED(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** The user pressed Stop or Cancel. */
    STOPPED(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),
    /** A fault in Keyturn itself. */
    INTERNAL_FAULT(Group.SERVICE, Action.TRY_AGAIN, Options.BY_HAND),

    /** No app that sends accounts to Apple was found. */
    APP_NOT_FOUND(Group.APP, Action.SWITCH_ACCOUNT, Options.BY_HAND),
    /** The app was never set up to sync. */
    SYNC_NOT_SET_UP(Group.APP, Action.BY_HAND, Options.BY_HAND),
    /** The app does not sign in with a token, so there is nothing to renew, and nothing to finish by hand. */
    SYNC_NOT_BY_TOKEN(Group.APP, Action.SWITCH_ACCOUNT, Options.OTHER_PROVIDERS),

    /** Apple refused the token. */
    TOKEN_REJECTED(Group.TOKEN, Action.BACK_TO_TOKEN, Options.BY_HAND),
    /** Microsoft could not reach Apple's address, so the token was not checked. */
    TOKEN_NOT_CHECKED(Group.TOKEN, Action.TRY_AGAIN, Options.BY_HAND),
    /** Microsoft refused the test for a reason unknown to this version. */
    TOKEN_TEST_FAILED(Group.TOKEN, Action.TRY_AGAIN, Options.BY_HAND),
    /** {@link #TOKEN_REJECTED}, about the token that has been saved. */
    SAVED_TOKEN_REJECTED(Group.TOKEN, ChangeState.SAVED, Action.CHECK_AGAIN, Options.BY_HAND),
    /** {@link #TOKEN_NOT_CHECKED}, about the token that has been saved. */
    SAVED_TOKEN_NOT_CHECKED(Group.TOKEN, ChangeState.SAVED, Action.CHECK_AGAIN, Options.BY_HAND),
    /** {@link #TOKEN_TEST_FAILED}, about the token that has been saved. */
    SAVED_TOKEN_TEST_FAILED(Group.TOKEN, ChangeState.SAVED, Action.CHECK_AGAIN, Options.BY_HAND),

    /** Microsoft refused the save; nothing was written. */
    SAVE_REFUSED(Group.SAVE, Action.TRY_AGAIN, Options.BY_HAND),
    /** The app's settings kept changing between the test and the save, so nothing was sent. */
    SAVE_SETTINGS_MOVING(Group.SAVE, Action.TRY_AGAIN, Options.BY_HAND),
    /** No answer: it is not known which of the two tokens Microsoft now uses. */
    SAVE_UNKNOWN(Group.SAVE, ChangeState.NOT_KNOWN, Action.TRY_AGAIN, Options.BY_HAND),
    /** The token is saved, but other settings of the app do not read as they did before. */
    SAVE_SETTINGS_LOST(Group.SAVE, ChangeState.SAVED, Action.CHECK_AGAIN, Options.BY_HAND),

    /** Microsoft stopped because it would have removed many accounts. */
    SYNC_TOO_MANY_DELETES(Group.SYNC, ChangeState.SAVED, Action.BY_HAND, Options.BY_HAND),
    /** In quarantine, not because of the token. */
    SYNC_QUARANTINED_OTHERWISE(Group.SYNC, ChangeState.SAVED, Action.BY_HAND, Options.BY_HAND),
    /** Provisioning was never switched on. */
    SYNC_NEVER_RAN(Group.SYNC, ChangeState.SAVED, Action.BY_HAND, Options.BY_HAND),
    /** A state unknown to this version. */
    SYNC_STATE_UNKNOWN(Group.SYNC, ChangeState.SAVED, Action.BY_HAND, Options.BY_HAND),
    /** The request to start got no answer, and the sync has still not started. The request is not sent twice. */
    SYNC_START_UNKNOWN(Group.SYNC, ChangeState.SAVED, Action.READ_AGAIN, Options.BY_HAND);

    /** The subject of a problem, where code has to distinguish it. */
    public enum Group {
        /** The sign-in at Microsoft did not succeed, or ended in the middle. */
        SIGN_IN,
        /** Microsoft could not be reached, or did not let this account do it. */
        SERVICE,
        /** The organisation has no app whose token could be renewed. */
        APP,
        /** Microsoft tried the token at Apple, and it did not work. */
        TOKEN,
        /** Saving did not end as it should. */
        SAVE,
        /** The new token is saved and good, but sync does not continue by itself. Keyturn does not start it. */
        SYNC
    }

    /** What to ask a colleague for. */
    public enum Request {
        /** A role, or help from a colleague who has it. */
        ROLE,
        /** The approval of the sign-in app. */
        APPROVAL,
        /** The same in a customer's organisation, where a partner cannot approve. */
        CUSTOMER,
        /** An exception for this sign-in in the organisation's policy. */
        RULE,
        /** A correction of the sign-in app. */
        SIGN_IN_APP
    }

    /**
     * The options beside the action. Finishing by hand, when in doubt: Apple shows a token once, so it must not be
     * lost.
     */
    private record Options(boolean byHand, boolean otherProviders, @Nullable Request request) {
        static final Options NONE = new Options(false, false, null);
        static final Options BY_HAND = new Options(true, false, null);
        static final Options OTHER_PROVIDERS = new Options(false, true, null);

        static Options ask(Request request) {
            return new Options(true, false, request);
        }
    }

    private final Group group;
    private final ChangeState changed;
    private final Action action;
    private final boolean byHand;
    private final boolean otherProviders;
    private final @Nullable Request request;

    ProblemCode(Group group, Action action, Options options) {
        this(group, ChangeState.NOTHING, action, options);
    }

    ProblemCode(Group group, ChangeState changed, Action action, Options options) {
        this.group = group;
        this.changed = changed;
        this.action = action;
        this.byHand = options.byHand();
        this.otherProviders = options.otherProviders();
        this.request = options.request();
    }

    /** The stable code that users see, for example {@code TOKEN-REJECTED}. */
    public String id() {
        return name().replace('_', '-');
    }

    public Group group() {
        return group;
    }

    /** What was changed by the time this happens, if nothing was changed before. See {@link Problem#after}. */
    public ChangeState changed() {
        return changed;
    }

    /** The one thing to do now. */
    public Action action() {
        return action;
    }

    /** Whether to offer finishing by hand in Microsoft's portal. */
    public boolean offersByHand() {
        return byHand;
    }

    /** Whether to point to the page about identity providers that need no token. */
    public boolean pointsToOtherProviders() {
        return otherProviders;
    }

    /** What to ask a colleague for; empty if a colleague could do no more than the user. */
    public Optional<Request> request() {
        return Optional.ofNullable(request);
    }

    /** The code of the same test result, about the token that has been saved. */
    ProblemCode aboutSavedToken() {
        return switch (this) {
            case TOKEN_REJECTED -> SAVED_TOKEN_REJECTED;
            case TOKEN_NOT_CHECKED -> SAVED_TOKEN_NOT_CHECKED;
            case TOKEN_TEST_FAILED -> SAVED_TOKEN_TEST_FAILED;
            default -> this;
        };
    }
}
