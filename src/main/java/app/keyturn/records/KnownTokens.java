package app.keyturn.records;

import app.keyturn.records.SavedToken.Status;
import app.keyturn.renewal.ScimToken;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** The tokens that were saved from this computer before. */
public final class KnownTokens {
    private final Function<ScimToken, Optional<SavedToken>> lookup;
    private final Clock clock;

    /**
     * Looks tokens up in the expiry book.
     *
     * @param book empty if there is none, as in practice mode
     * @param clock today's date in the user's time zone
     */
    public KnownTokens(Optional<ExpiryBook> book, Clock clock) {
        this.lookup = book.<Function<ScimToken, Optional<SavedToken>>>map(known -> known::findToken)
                .orElse(_ -> Optional.empty());
        this.clock = clock;
    }

    /** The token as it was saved before; empty if it was not. */
    public Optional<SavedToken> find(ScimToken token) {
        return lookup.apply(token);
    }

    /** Why a token that was saved before can no longer be used; empty for all others. */
    public Optional<Status> reasonUnusable(ScimToken token) {
        return find(token).map(saved -> saved.statusOn(LocalDate.now(clock))).filter(status -> status != Status.USABLE);
    }
}
