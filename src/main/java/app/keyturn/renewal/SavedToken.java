package app.keyturn.renewal;

import org.jspecify.annotations.Nullable;

/**
 * A token that is proven to be saved, and what it takes to check it again without saving anything. Only {@link Renewal}
 * creates one.
 */
public final class SavedToken {
    private final RenewalPlan plan;
    private final SecretsWriter.PendingSave save;
    private final SaveProof proof;
    private final Fingerprint fingerprint;

    SavedToken(RenewalPlan plan, SecretsWriter.PendingSave save, SaveProof proof) {
        this.plan = plan;
        this.save = save;
        this.proof = proof;
        this.fingerprint = Fingerprint.of(save.sent().token());
    }

    /** What was renewed. */
    public RenewalPlan plan() {
        return plan;
    }

    /** True if this is the token that was saved. */
    public boolean holds(@Nullable ScimToken token) {
        return token != null && !token.isDestroyed() && fingerprint.matches(token);
    }

    /** The save as it was sent. */
    SecretsWriter.PendingSave save() {
        return save;
    }

    /** How the save is known. */
    SaveProof proof() {
        return proof;
    }
}
