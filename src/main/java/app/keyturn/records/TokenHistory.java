package app.keyturn.records;

import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.renewal.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The tokens of one app as a renewal changes them. Their order says which came before which: times do not, since a
 * clock may be set back.
 */
final class TokenHistory {
    /** Older tokens are unlikely to be pasted again. */
    private static final int MAX_TOKENS = 5;

    private TokenHistory() {}

    /**
     * The tokens after a renewal, the latest first.
     *
     * @param previous the present entry of the same app
     */
    static List<SavedToken> after(RenewalRecord record, Optional<ExpiryEntry> previous) {
        List<SavedToken> tokens = new ArrayList<>(previous.map(ExpiryEntry::tokens).orElse(List.of()));
        int old = record.fingerprint().map(fingerprint -> remember(tokens, record, fingerprint) + 1).orElse(0);
        if (old < tokens.size()) {
            if (record.oldToken() == OldTokenStatus.REVOKED) {
                tokens.set(old, tokens.get(old).withRevoked(true));
            } else if (previous.filter(entry -> entry.isOf(record)).filter(TokenHistory::saysRevoked).isPresent()) {
                tokens.set(old, tokens.get(old).withRevoked(false)); // the user has taken it back
            }
        }
        return tokens.stream().limit(MAX_TOKENS).toList();
    }

    /** The place of a renewal's own token, which is added unless it is there. */
    private static int remember(List<SavedToken> tokens, RenewalRecord record, Fingerprint fingerprint) {
        int place = IntStream.range(0, tokens.size())
                .filter(index -> tokens.get(index).isOf(record))
                .findFirst()
                .orElse(-1);
        boolean revoked = place >= 0 && tokens.get(place).revoked();
        SavedToken token = new SavedToken(fingerprint, record.savedAt(), record.expiry(), revoked);
        if (place < 0) {
            tokens.addFirst(token);
            return 0;
        }
        tokens.set(place, token);
        return place;
    }

    private static boolean saysRevoked(ExpiryEntry entry) {
        return entry.receipt().filter(receipt -> receipt.oldToken() == OldTokenStatus.REVOKED).isPresent();
    }
}
