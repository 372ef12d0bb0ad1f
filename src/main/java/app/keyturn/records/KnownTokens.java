package app.keyturn.records;

import app.keyturn.records.SavedToken.Status;
import app.keyturn.renewal.ScimToken;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** The tokens that were saved from this computer before. */
public final class KnownTokens {
    private final Function<ScimToken, Optional<SavedToken>> book;
    private final Clock clock;

    /**
     * Knows what a book knows.
     *
     * @param book empty where nothing is remembered, as in practice
     * @param clock the day, where the person is
     */
    public KnownTokens(Optional<ExpiryBook> book, Clock clock) {
        this.book = book.<Function<ScimToken, Optional<SavedToken>>>map(known -> known::findToken)
                .orElse(_ -> Optional.empty());
        this.clock = clock;
    }

    /** The token as it was saved before; empty if it was not. */
    public Optional<SavedToken> find(ScimToken token) {
        return book.apply(token);
    }

    /** Why a token that was saved before is of no use any more; empty for every other one. */
    public Optional<Status> reasonUnusable(ScimToken token) {
        return find(token).map(saved -> saved.statusOn(LocalDate.now(clock)))
                .filter(standing -> standing != Status.USABLE);
    }
}
