package app.keyturn.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels that stand before a token: what Apple's and Microsoft's screens call it in Keyturn's languages, and what
 * password managers, settings files and colleagues write. A label ends in something that no bearer token contains
 * (RFC 6750, section 2.1), so that {@code token-abc} is not taken for a label and a token.
 */
final class TokenLabel {
    /** The characters of a bearer token: RFC 6750, "The OAuth 2.0 Authorization Framework: Bearer Token Usage". */
    static final String TOKEN_CHARACTER = "[A-Za-z0-9._~+/=-]";

    private static final String WORD = "(?:(?:" + String.join("|",
            "apple", "school", "business", "manager", "entra", "microsoft", "scim", "api", "my", "your", "our", "the",
            "this", "is", "here", "new", "old", "access", "auth", "bearer", "secret", "client", "token", "key", "value",
            "password", "export", "mein", "dein", "ihr", "das", "hier", "ist", "neues?", "alte[sr]?", "geheim",
            "geheime[srn]?", "geheimnis", "schlüssel", "clientschlüssel", "kennwort", "passwort", "wert", "le", "la",
            "mon", "votre", "voici", "nouveau", "jeton", "clé", "valeur", "mot", "passe", "de", "du", "el", "su",
            "nuevo", "secreto", "cliente", "clave", "identificador", "valor", "contraseña", "het", "mijn", "nieuwe?",
            "voor", "clientgeheim", "sleutel", "waarde", "wachtwoord",
            "(?:access|api|auth|bearer|client|scim|secret)(?:key|secret|token)")
            + ")(?![\\p{IsLatin}\\d])|クライアント|シークレット|トークン|パスワード|キー|値|新しい|アクセス)";
    private static final String PHRASE = WORD + "(?:[\\h_-]{0,3}" + WORD + "){0,8}+";
    private static final String SIGN_AFTER = "[\"'`*]{0,3}[\\h]*+(?:[:：=＝→|,;]++|[-\u2013\u2014]++(?=[\\h]))(?!=)";
    private static final String BLANK_AFTER = "(?=[\\s\\h\\u0085\\u2028\\u2029])";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern AT_START = Pattern
            .compile("^" + PHRASE + "(?:" + SIGN_AFTER + "(?=.)|" + BLANK_AFTER + ")", FLAGS | Pattern.DOTALL);
    private static final Pattern ALONE = Pattern.compile("^" + PHRASE + "[:：]?$", FLAGS);
    private static final String VALUE = "[\\s\\h]*+[\"'`*<(\\[\\h]*+(" + TOKEN_CHARACTER + "{8,}+)";
    private static final Pattern INSIDE = Pattern
            .compile("(?<![\\p{L}\\d])(?:" + PHRASE + SIGN_AFTER + "|bearer[\\h]++)" + VALUE, FLAGS);
    private static final Pattern AFTER_COLON = Pattern
            .compile("[:：][\\s\\h]++(" + TOKEN_CHARACTER + "{20,}+)(?=[\\h]*(?:[\\r\\n]|$))");
    /** The rest of a settings file that began with a label. */
    private static final Pattern UNTIL_QUOTE = Pattern.compile("^(" + TOKEN_CHARACTER + "{20,}+)[\"'][,;]");
    /** A label before a token, or the name of the button beside it. */
    private static final Pattern ATTACHED = Pattern
            .compile("^(?i:bearer|(?:token|secret|password|jeton|secreto|kennwort|passwort)[._~/+-]).*"
                    + "|.*(?:Copy|Copied|Kopieren|Copier|Copiar)$", Pattern.DOTALL);

    private TokenLabel() {}

    /** The text after a label and its separator; the whole text if it does not begin with a label. */
    static String removeFrom(String text) {
        if (ALONE.matcher(text).matches()) {
            return "";
        }
        Matcher label = AT_START.matcher(text);
        return label.find() ? text.substring(label.end()) : text;
    }

    /**
     * What follows the labels within a longer text, in order, and what begins it before a quote; if there is neither, what
     * ends a line after a colon.
     */
    static List<String> valuesIn(String text) {
        List<String> values = new ArrayList<>();
        UNTIL_QUOTE.matcher(text).results().forEach(found -> values.add(found.group(1)));
        INSIDE.matcher(text).results().forEach(found -> values.add(found.group(1)));
        if (values.isEmpty()) {
            AFTER_COLON.matcher(text).results().forEach(found -> values.add(found.group(1)));
        }
        return values;
    }

    /** True if a text begins or ends with a word from beside it, but in a way that may be a token's own. */
    static boolean mayHaveOneAttached(String text) {
        return ATTACHED.matcher(text).matches();
    }
}
