package app.keyturn.pages.common;

import app.keyturn.records.KnownTokens;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import java.util.Optional;

/**
 * A text pasted as a token, and the keys of the messages about it. The token in it is a secret: {@link #destroy} it
 * unless it is kept.
 *
 * @param check the parser's result
 * @param error why the text cannot be used; empty if it can
 */
public record PastedToken(TokenCheck check, Optional<String> error) {
    /** Reads a text; a token that is known not to work any more is an error, too. */
    public static PastedToken read(String text, TokenParser parser, KnownTokens known) {
        TokenCheck check = parser.read(text);
        return new PastedToken(check, switch (check) {
            case TokenCheck.Refused refused -> Optional.of("token.refused." + refused.reason());
            case TokenCheck.Usable usable ->
                known.reasonUnusable(usable.token()).map(reason -> "token.known." + reason);
        });
    }

    /** The token; empty if it cannot be used. */
    public Optional<TokenCheck.Usable> usable() {
        return check instanceof TokenCheck.Usable usable && error.isEmpty() ? Optional.of(usable) : Optional.empty();
    }

    /** Why the text might not be a token; empty if it looks like one, or cannot be parsed as one. */
    public Optional<String> doubt() {
        return check instanceof TokenCheck.Usable usable
                ? usable.doubt().map(doubt -> "token.doubt." + doubt)
                : Optional.empty();
    }

    /** Overwrites the token. */
    public void destroy() {
        if (check instanceof TokenCheck.Usable usable) {
            usable.token().destroy();
        }
    }
}
