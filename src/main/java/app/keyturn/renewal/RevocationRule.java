package app.keyturn.renewal;

/** When the old token may be revoked at Apple. It is never urgent, since the token expires by itself. */
public final class RevocationRule {
    private RevocationRule() {}

    /**
     * True if revoking the old token can be offered: the new one is proven to be saved, and either a sync has run with
     * it or the user has seen Apple show the <em>new</em> token as active. A sync does not count where it may have run
     * with the old token.
     *
     * @param sync whether a sync has run since
     * @param appleShowsNewTokenActive what the user says
     */
    public static boolean mayBeRevoked(RenewalOutcome outcome, SyncProof sync, boolean appleShowsNewTokenActive) {
        return switch (outcome) {
            case RenewalOutcome.Renewed renewed ->
                appleShowsNewTokenActive || (sync instanceof SyncProof.Seen && !renewed.oldTokenMayBeInUse());
            case RenewalOutcome.ConsentNeeded _,RenewalOutcome.Failed _,RenewalOutcome.NotChecked _ -> false;
        };
    }
}
