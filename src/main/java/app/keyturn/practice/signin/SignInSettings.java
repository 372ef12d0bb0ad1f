package app.keyturn.practice.signin;

import app.keyturn.practice.server.Switch;
import java.time.Duration;
import java.util.Optional;

/** The switches of the practice sign-in. */
public final class SignInSettings {
    /** Whether the administrator's first sign-in does not have the role yet, and every later one does. */
    public static final Switch<Boolean> ROLE_FROM_NEXT_SIGN_IN = Switch.usually(false);
    /** How long after the administrator's first sign-in the role begins to count, for every access token. */
    public static final Switch<Duration> ROLE_AFTER = Switch.usually(Duration.ZERO);
    /** How long access tokens last. */
    public static final Switch<Duration> ACCESS_LIFETIME = Switch.usually(Duration.ofHours(1));
    /** Whether a policy ends all sessions at the first test of new credentials. The next session lasts. */
    public static final Switch<Boolean> SESSION_ENDS = Switch.usually(false);
    /** Why the administrator cannot sign in at first. */
    public static final Switch<Optional<SignInRefusal>> REFUSAL = Switch.usually(Optional.empty());

    private SignInSettings() {}
}
