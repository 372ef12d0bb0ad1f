package app.keyturn.renewal;

/** The old token at Apple: when it may be revoked. It is never urgent, since it runs out by itself. */
public final class RevocationRule {
    private RevocationRule() {}

    /**
     * True if revoking the old token can be offered: the new one is proven saved, and either a sync has run with it or
     * the person has seen Apple show the <em>new</em> token as active.
     *
     * @param outcome how the renewal ended
     * @param sync whether a sync has run since
     * @param appleShowsNewTokenActive what the person says
     */
    public static boolean mayBeRevoked(RenewalOutcome outcome, SyncProof sync, boolean appleShowsNewTokenActive) {
        return switch (outcome) {
            case RenewalOutcome.Renewed _ -> sync instanceof SyncProof.Seen || appleShowsNewTokenActive;
            case RenewalOutcome.Asks _,RenewalOutcome.Failed _ -> false;
        };
    }
}
