package app.keyturn.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Made-up texts with a token in them, as people copy them from screens, notes, files and mail. */
public final class PastedTexts {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> NAMES = List.of("Token", "Secret token", "Secret Token", "SCIM token",
            "SCIM Token", "Client Secret", "client secret", "Access token", "API key", "Password", "Value", "Secret",
            "Geheimes Token", "Geheimer Clientschlüssel", "Schlüssel", "Neues Token", "Jeton secret", "Jeton",
            "Secret client", "Clé", "Token secreto", "Secreto de cliente", "Identificador", "Token voor geheim",
            "Clientgeheim", "Nieuwe token", "シークレット トークン", "シークレットトークン", "クライアント シークレット", "トークン",
            "client_secret", "SECRET_TOKEN", "export SCIM_TOKEN", "secret-token");
    private static final List<String> SEPARATORS = List.of(": ", ":", " : ", "：", " = ", "=", "＝", "\t", "\n", ":\n",
            ":\r\n", " - ", " – ", " — ", " ", " → ", " | ", ";", ",", ":\u00a0");
    private static final List<String[]> PAIRS = Stream.of("\"|\"", "'|'", "`|`", "“|”", "„|“", "«|»", "‹|›", "<|>",
            "[|]", "(|)", "{|}", "「|」", "（|）", "**|**", "*|*", "<code>|</code>", "<b>|</b>", " | ", "\n|\n", "\t|\t",
            "\u00a0|", "\u200b|\u200b", "\ufeff|", "|\r\n", "|,", "|;", "|.", "> |", "- |", "• |", "1. |", "&nbsp;|",
            "&lt;|&gt;", "&quot;|&quot;", "Bearer |", "Authorization: Bearer |", "{\"token\": \"|\"}",
            "|\nThanks", "|\n\nBest wishes", "Hello,\n\n|", "|…", "…|", "|...", "***|***", "|****")
            .map(pair -> pair.split("\\|", 2))
            .toList();

    private PastedTexts() {}

    /**
     * A pasted text.
     *
     * @param token the token that Apple issued
     * @param pasted that token, with accidents
     */
    public record Neighbour(String token, String pasted) {}

    /** Every label with every separator. */
    public static Stream<String> labels() {
        return NAMES.stream().flatMap(name -> SEPARATORS.stream().map(separator -> name + separator));
    }

    /** A token of hexadecimal digits, base64, base64url, a JSON Web Token, or any of a bearer token's characters. */
    public static String token(Random random) {
        int length = 24 + random.nextInt(200);
        return switch (random.nextInt(5)) {
            case 0 -> characters(random, "0123456789abcdef", length);
            case 1 -> characters(random, LETTERS + "+/", length) + "=".repeat(random.nextInt(3));
            case 2 -> characters(random, LETTERS + "-_", length);
            case 3 -> "eyJ" + characters(random, LETTERS, 30) + ".eyJ" + characters(random, LETTERS + "-_", length)
                    + "." + characters(random, LETTERS + "-_", 43);
            default -> characters(random, LETTERS + "-._~+/", length);
        };
    }

    /** Another token of the same kind and length. */
    public static String tokenLike(String token, Random random) {
        StringBuilder other = new StringBuilder(token);
        int start = token.startsWith("eyJ") ? 3 : 0;
        for (int i = start; i < token.length(); i++) {
            if (Character.isLetterOrDigit(token.charAt(i))) {
                other.setCharAt(i, LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return other.toString();
    }

    /** What may stand between two tokens. */
    public static String between(Random random) {
        List<String> signs = List.of("\n", "\r\n", "\n\n", " ", "\t", ",", ";", " | ", "\nToken: ", "\n> ", ", ",
                "\nold: ", "\nand\n", " or ");
        return signs.get(random.nextInt(signs.size()));
    }

    /** A token with up to four accidents. */
    public static Neighbour random(Random random) {
        String token = token(random);
        String pasted = random.nextInt(3) == 0 ? broken(token, random) : token;
        List<String[]> accidents = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            accidents.add(PAIRS.get(random.nextInt(PAIRS.size())));
        }
        for (String[] pair : accidents) {
            pasted = pair[0] + pasted + pair[1];
        }
        pasted = switch (random.nextInt(8)) {
            case 0, 1, 2 -> NAMES.get(random.nextInt(NAMES.size())) + SEPARATORS.get(random.nextInt(SEPARATORS.size()))
                    + pasted;
            case 3 -> pasted + List.of("", "\n", " ", ", ").get(random.nextInt(4)) + pasted;
            default -> pasted;
        };
        return new Neighbour(token, pasted);
    }

    /** As mail, a terminal or a web page breaks a long line. */
    private static String broken(String token, Random random) {
        String end = List.of("\n", "\r\n", "=\r\n", "\n  ", "\n> ", "\u200b", "<wbr>", "\u00ad").get(random.nextInt(8));
        int width = end.startsWith("=") ? 75 : List.of(20, 64, 72, 76, 78).get(random.nextInt(5));
        String plain = end.startsWith("=") ? token.replace("=", "=3D") : token;
        StringBuilder lines = new StringBuilder(end.contains(">") && end.startsWith("\n") ? "> " : "");
        for (int at = 0; at < plain.length(); at += width) {
            lines.append(at == 0 ? "" : end).append(plain, at, Math.min(plain.length(), at + width));
        }
        return lines.toString();
    }

    private static String characters(Random random, String alphabet, int count) {
        return random.ints(count, 0, alphabet.length())
                .collect(StringBuilder::new, (text, index) -> text.append(alphabet.charAt(index)),
                        StringBuilder::append)
                .toString();
    }
}
