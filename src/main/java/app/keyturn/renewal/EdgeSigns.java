package app.keyturn.renewal;

import app.keyturn.renewal.TokenCheck.CopyArtifact;
import java.util.Optional;

/** The signs that may stand before or after a token, and that no bearer token contains. */
final class EdgeSigns {
    private static final String QUOTES = "\"'`\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f";
    private static final String SEPARATORS = ",;:|\uff0c\uff1b\uff1a\u3001\u3002\uff61\uff5c\u2192";
    private static final String BREAKS = "\r\n\u0085\u2028\u2029";
    private static final String ANGLES = "<>\uff1c\uff1e";

    private EdgeSigns() {}

    /** What a sign at an end of a text is; empty if it may belong to the token. */
    static Optional<CopyArtifact> artifact(char sign, boolean leading) {
        if (BREAKS.indexOf(sign) >= 0) {
            return Optional.of(CopyArtifact.LINE_BREAK);
        }
        if (Character.getType(sign) == Character.SPACE_SEPARATOR || sign == '\t' || sign == '\u000b' || sign == '\f'
                || sign == '\u180e') {
            return Optional.of(CopyArtifact.WHITE_SPACE_AROUND);
        }
        if (QUOTES.indexOf(sign) >= 0) {
            return Optional.of(CopyArtifact.QUOTES);
        }
        if (SEPARATORS.indexOf(sign) >= 0) {
            return Optional.of(CopyArtifact.MARKUP);
        }
        return isBracket(sign, leading) ? Optional.of(CopyArtifact.BRACKETS) : Optional.empty();
    }

    private static boolean isBracket(char sign, boolean leading) {
        return ANGLES.indexOf(sign) >= 0 || switch (Character.getType(sign)) {
            case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> leading;
            case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> !leading;
            default -> false;
        };
    }
}
