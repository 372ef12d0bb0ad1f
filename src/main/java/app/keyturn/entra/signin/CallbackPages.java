package app.keyturn.entra.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The pages that the browser shows after the sign-in.
 *
 * @param language of the texts
 * @param signedIn the sign-in succeeded
 * @param notSignedIn the sign-in failed
 * @param nothingHere for any other request, for example a reload
 */
public record CallbackPages(Locale language, Page signedIn, Page notSignedIn, Page nothingHere) {
    private static final String STYLE = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;"
            + "margin:15vh auto;padding:0 1rem;color-scheme:light dark}";
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /**
     * One page, as plain text.
     *
     * @param title its heading
     * @param sentence what to do now
     */
    public record Page(String title, String sentence) {}

    /** The pages with the texts of a bundle. */
    public static CallbackPages from(ResourceBundle texts, Locale language) {
        return new CallbackPages(language, page(texts, "signed-in"), page(texts, "not-signed-in"),
                page(texts, "nothing"));
    }

    private static Page page(ResourceBundle texts, String name) {
        return new Page(texts.getString("browser." + name + ".title"),
                texts.getString("browser." + name + ".sentence"));
    }

    /**
     * The whole HTTP response with a page. Nothing of a request ever gets into it.
     *
     * @param status the status code and reason phrase
     */
    byte[] response(String status, Page page) {
        String html = """
                <!DOCTYPE html>
                <html lang="%s" dir="auto"><head><meta charset="utf-8"><title>%s</title><style>%s</style></head>
                <body><h1>%s</h1><p>%s</p></body></html>
                """.formatted(escaped(language.toLanguageTag()), escaped(page.title()), STYLE, escaped(page.title()),
                escaped(page.sentence()));
        byte[] body = html.getBytes(UTF_8);
        String head = String.join("\r\n", "HTTP/1.1 " + status, "Content-Type: text/html; charset=utf-8",
                "Content-Length: " + body.length, "Cache-Control: no-store", "Content-Security-Policy: " + POLICY,
                "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "Connection: close", "", "");
        byte[] start = head.getBytes(UTF_8);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
