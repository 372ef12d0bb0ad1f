package app.keyturn.renewal;

import java.util.Optional;
import java.util.Set;

/** What was made of a pasted text. */
public sealed interface TokenCheck {
    /**
     * It can be a token.
     *
     * @param token the cleaned token
     * @param removed the copy accidents that were taken out
     * @param doubt why it may not be one after all; the person may use it anyway
     * @param expiry when it runs out
     */
    record Usable(ScimToken token, Set<CopyArtifact> removed, Optional<Doubt> doubt,
            Expiry expiry) implements TokenCheck {
        public Usable {
            removed = Set.copyOf(removed);
        }
    }

    /**
     * It is plainly something else.
     *
     * @param reason what it looks like
     */
    record Refused(Refusal reason) implements TokenCheck {}

    /** Things that creep in when a token is copied. */
    enum CopyArtifact {
        /** Line breaks, anywhere. */
        LINE_BREAK,
        /** Characters that have no width and cannot be seen. */
        INVISIBLE,
        /** Blanks and tabs around it. */
        WHITE_SPACE_AROUND,
        /** Quotes around it. */
        QUOTES,
        /** The word {@code Bearer} in front. */
        BEARER
    }

    /** Reasons to ask once more. What Apple's tokens look like is published nowhere. */
    enum Doubt {
        /** A bare UUID: an id more often than a token. */
        UUID,
        /** Under 20 characters. */
        SHORT,
        /** Over 4,096 characters. */
        LONG
    }

    /** Things that cannot be Apple's token. */
    enum Refusal {
        /** Nothing is left. */
        EMPTY,
        /** Letters or signs outside ASCII, or control characters. */
        STRANGE_CHARACTERS,
        /** Blanks in the middle. */
        BLANKS_INSIDE,
        /** A web address. */
        WEB_ADDRESS,
        /** An e-mail address. */
        EMAIL_ADDRESS,
        /** {@code SCIM.} and a UUID: the client id of Apple's custom identity provider link. */
        CLIENT_ID,
        /** A token that Microsoft made. */
        MICROSOFT_TOKEN,
        /** A practice token, in earnest. */
        PRACTICE_TOKEN,
        /** Any other token, in practice: a real one has no business there. */
        REAL_TOKEN_IN_PRACTICE
    }
}
