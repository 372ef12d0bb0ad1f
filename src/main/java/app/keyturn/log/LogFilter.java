package app.keyturn.log;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The last look at a finished line of the log. The lines have no room for secrets; this is for the day on which one gets
 * there all the same. Behind the words that secrets stand behind, the rest of the line goes: nobody can tell where the
 * secret ends.
 *
 * @param secrets takes the secrets out that are in use
 */
public record LogFilter(UnaryOperator<String> secrets) {
    private static final Pattern BEHIND = Pattern
            .compile("(Bearer |code=|code_verifier=|\"SecretToken\").*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** The line as it may be written: still one line. */
    public String filter(String line) {
        String known = secrets.apply(line);
        return CONTROL.matcher(BEHIND.matcher(known).replaceFirst("$1[hidden]")).replaceAll("?");
    }
}
