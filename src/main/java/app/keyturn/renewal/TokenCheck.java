package app.keyturn.renewal;

import java.util.Optional;
import java.util.Set;

/** The result of parsing a pasted text. */
public sealed interface TokenCheck {
    /**
     * It can be a token.
     *
     * @param token the cleaned token
     * @param removed the copy artifacts that were removed
     * @param doubt why it might not be a token after all; the user may use it anyway
     * @param expiry when it expires
     */
    record Usable(ScimToken token, Set<CopyArtifact> removed, Optional<Doubt> doubt,
            Expiry expiry) implements TokenCheck {
        public Usable {
            removed = Set.copyOf(removed);
        }
    }

    /**
     * It is clearly something else.
     *
     * @param reason what it looks like
     */
    record Refused(RefusalReason reason) implements TokenCheck {}

    /** What copying can add to a token. */
    enum CopyArtifact {
        /** Line breaks, anywhere. */
        LINE_BREAK,
        /** Invisible characters, without width. */
        INVISIBLE,
        /** Blanks and tabs around it. */
        WHITE_SPACE_AROUND,
        /** Quotes around it. */
        QUOTES,
        /** The word {@code Bearer} in front. */
        BEARER,
        /** A label in front, for example {@code Secret Token:}. */
        LABEL,
        /** Brackets around it. */
        BRACKETS,
        /** Signs of lists, tables, mail and web pages, and punctuation around it. */
        MARKUP,
        /** Mail's own line breaks: an equals sign at the end of a line. */
        SOFT_BREAK,
        /** Its characters, encoded for a web page, an address or mail, were decoded. */
        ENCODED,
        /** The same token again. */
        REPEATED,
        /** A longer text around it. */
        TEXT_AROUND
    }

    /** Reasons to ask the user. Apple does not document what its tokens look like. */
    enum Doubt {
        /** A bare UUID: usually an id, not a token. */
        UUID,
        /** Under 20 characters. */
        SHORT,
        /** Over 4,096 characters. */
        LONG,
        /** It has three dots, and may have been cut off there. */
        CUT_OFF,
        /** It has one letter many times, as in a mask. */
        MASKED,
        /** It has characters that a bearer token has not. */
        SIGNS,
        /** A sign around it, or a word at its beginning or end, may not be its own. */
        EXTRA_SIGN,
        /** It stood on several lines, which may be two tokens, or a token and a word. */
        SEVERAL_LINES,
        /** It was taken out of a longer text. */
        TEXT_AROUND
    }

    /** Things that cannot be Apple's token. */
    enum RefusalReason {
        /** Nothing is left. */
        EMPTY,
        /** Letters or signs outside ASCII, or control characters. */
        STRANGE_CHARACTERS,
        /** Blanks in the middle. */
        BLANKS_INSIDE,
        /** Asterisks or dots in place of the characters. */
        MASKED,
        /** An ellipsis in place of the rest. */
        CUT_OFF,
        /** Two different tokens. */
        TWO_TOKENS,
        /** A web address. */
        WEB_ADDRESS,
        /** An e-mail address. */
        EMAIL_ADDRESS,
        /** {@code SCIM.} and a UUID: the client id of Apple's custom identity provider link. */
        CLIENT_ID,
        /** A token that Microsoft issued. */
        MICROSOFT_TOKEN,
        /** A practice token, outside practice mode. */
        PRACTICE_TOKEN,
        /** Any other token in practice mode, which must not see a real one. */
        REAL_TOKEN_IN_PRACTICE
    }
}
