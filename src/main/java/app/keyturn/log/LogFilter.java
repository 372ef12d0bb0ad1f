package app.keyturn.log;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Filters a finished line of the log. Lines have no room for secrets; this is the second barrier. The rest of a line is
 * cut after words that introduce a secret, since the end of the secret is unknown.
 *
 * @param redact removes the secrets in use
 */
public record LogFilter(UnaryOperator<String> redact) {
    private static final Pattern INTRODUCES_SECRET = Pattern
            .compile("(Bearer |code=|code_verifier=|\"SecretToken\").*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** The line as it may be written, without line breaks. */
    public String filter(String line) {
        String redacted = redact.apply(line);
        return CONTROL.matcher(INTRODUCES_SECRET.matcher(redacted).replaceFirst("$1[hidden]")).replaceAll("?");
    }
}
