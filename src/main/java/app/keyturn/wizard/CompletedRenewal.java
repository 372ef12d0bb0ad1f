package app.keyturn.wizard;

import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.RevocationRule;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import java.time.Instant;

/**
 * A renewal whose token is saved and tested, with everything that belongs to it. What was true at the save never
 * changes, whoever signs in later; what becomes known of the sync and of the old token makes another value.
 *
 * @param signedIn who renewed, in which organisation
 * @param plan app, job, portal, baseline and consents
 * @param expiry of the new token
 * @param outcome proof of the save, tests, and what happened to the sync right after the save
 * @param token recognises the new token, and this renewal: no other one has the same fingerprint
 * @param savedAt by this computer's clock
 * @param sync the sync since the save
 * @param revocation what the user says of the token before
 */
public record CompletedRenewal(SignedIn signedIn, RenewalPlan plan, Expiry expiry, RenewalOutcome.Renewed outcome,
        Fingerprint token, Instant savedAt, SyncSince sync, Revocation revocation) {
    /** A renewal that has just been completed: nothing is known yet of what comes after the save. */
    public static CompletedRenewal of(SignedIn signedIn, RenewalPlan plan, Expiry expiry,
            RenewalOutcome.Renewed outcome, Fingerprint token, Instant savedAt) {
        return new CompletedRenewal(signedIn, plan, expiry, outcome, token, savedAt,
                new SyncSince(outcome.syncRestart(), plan.job(), false, savedAt, new SyncProof.NotYet()),
                new Revocation(false, false));
    }

    /**
     * The sync since the save.
     *
     * @param restart what happened to it, after the save or at the last attempt to restart it
     * @param job as last read
     * @param readSinceSave false while the job is known only from before the save
     * @param readAt when the job was last read, by this computer's clock
     * @param proof whether it has run with the new token
     */
    public record SyncSince(SyncRestartResult restart, SyncJob job, boolean readSinceSave, Instant readAt,
            SyncProof proof) {
        private SyncSince withRestart(SyncRestartResult result) {
            return new SyncSince(result, job, readSinceSave, readAt, proof);
        }

        private SyncSince withProof(SyncProof found) {
            // A sync that has run stays proven, whatever the next one does.
            return proof instanceof SyncProof.Seen
                    ? this
                    : new SyncSince(restart, job, readSinceSave, readAt, found);
        }

        private SyncSince withReading(SyncJob seen, Instant at) {
            boolean runsAfterAll = restart instanceof SyncRestartResult.LeftAlone && seen.runs();
            return new SyncSince(runsAfterAll ? new SyncRestartResult.NotNeeded() : restart, seen, true, at, proof);
        }
    }

    /**
     * What the user says of the two tokens at Apple.
     *
     * @param newShownActive true if Apple shows the new token as active
     * @param revoked true if the old token is revoked
     */
    public record Revocation(boolean newShownActive, boolean revoked) {}

    /** True if both are the same renewal, whatever became known since. */
    public boolean isSameRenewal(CompletedRenewal other) {
        return token.equals(other.token);
    }

    /** True if revoking the old token can be offered. */
    public boolean mayRevoke() {
        return RevocationRule.mayBeRevoked(outcome, sync.proof(), revocation.newShownActive());
    }

    /** True if only Apple can show which of the two tokens is in use, and the user has not seen it there. */
    public boolean oldTokenMayBeInUse() {
        return outcome.oldTokenMayBeInUse() && !revocation.newShownActive();
    }

    /** With another state of the sync's restart. */
    public CompletedRenewal withRestart(SyncRestartResult result) {
        return with(sync.withRestart(result));
    }

    /** With a reading of the job, and what it proves. */
    public CompletedRenewal withReading(SyncJob seen, Instant at) {
        return with(sync.withReading(seen, at).withProof(SyncProof.of(seen, outcome.proof())));
    }

    /** With the last judgement of a watch. */
    public CompletedRenewal withProof(SyncProof proof) {
        return with(sync.withProof(proof));
    }

    /** With what the user says of the tokens at Apple. */
    public CompletedRenewal withRevocation(Revocation said) {
        return new CompletedRenewal(signedIn, plan, expiry, outcome, token, savedAt, sync, said);
    }

    private CompletedRenewal with(SyncSince since) {
        return new CompletedRenewal(signedIn, plan, expiry, outcome, token, savedAt, since, revocation);
    }

    /** True if this portal belongs to another renewal; so for the others. */
    boolean isEndedBy(Portal chosen) {
        return chosen != plan.portal();
    }

    boolean isEndedBy(SignedIn who) {
        return !who.isSameTenant(signedIn);
    }

    boolean isEndedBy(Target chosen) {
        return !chosen.app().id().equalsIgnoreCase(plan.app().id());
    }
}
