package app.keyturn.records;

import app.keyturn.i18n.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The receipt as one HTML page that needs no other file: no script, no picture, no font. Its content security policy
 * allows only its own style, by hash, so that even a name that was not escaped could do nothing.
 */
final class ReceiptHtml {
    private final Texts texts;
    private final RenewalRecord record;
    private final ReceiptText content;
    private final StringBuilder html = new StringBuilder();

    ReceiptHtml(Texts texts, RenewalRecord record) {
        this.texts = texts;
        this.record = record;
        this.content = new ReceiptText(texts, record);
    }

    String toHtml() {
        String style = readStyle();
        String kind = texts.text("receipt.kind");
        String title = kind + ", " + texts.day(record.savedOn());
        html.append("<!DOCTYPE html>\n<html lang=\"").append(escape(texts.locale().toLanguageTag())).append("\">\n");
        html.append("<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
                .append(cspHash(style))
                .append("'; base-uri 'none'; form-action 'none'\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        element("title", record.practice() ? RenewalRecord.PRACTICE_MARK + ": " + title : title);
        html.append("<style>").append(style).append("</style>\n</head>\n<body>\n");
        if (record.practice()) {
            html.append("<div class=\"across\" aria-hidden=\"true\"><span>")
                    .append(RenewalRecord.PRACTICE_MARK)
                    .append("</span></div>\n<p class=\"practice\">")
                    .append(escape(texts.text("receipt.practice", RenewalRecord.PRACTICE_MARK)))
                    .append("</p>\n");
        }
        header(kind);
        html.append("<main>\n");
        content.sections().forEach(this::section);
        html.append("</main>\n<footer>\n");
        element("p", texts.text("receipt.noSecret"));
        element("p", texts.text("receipt.writtenBy", record.keyturnVersion()));
        html.append("</footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private void header(String kind) {
        html.append("<header>\n<p class=\"kind\">").append(escape(kind)).append("</p>\n");
        // The mark is in the headline, too, so that it is copied with it.
        element("h1", record.practice() ? RenewalRecord.PRACTICE_MARK + ": " + content.headline() : content.headline());
        List<ReceiptText.Tick> ticks = content.ticks();
        html.append(ticks.isEmpty() ? "" : "<ul>\n");
        for (ReceiptText.Tick tick : ticks) {
            html.append(tick.good()
                    ? "<li class=\"good\"><span class=\"mark\">\u2713</span>"
                    : "<li><span class=\"mark\">\u2013</span>").append(escape(tick.text())).append("</li>\n");
        }
        html.append(ticks.isEmpty() ? "</header>\n" : "</ul>\n</header>\n");
    }

    private void section(ReceiptText.Section section) {
        html.append("<section>\n");
        element("h2", section.title());
        html.append("<table>\n");
        for (ReceiptText.Row row : section.rows()) {
            html.append("<tr><th scope=\"row\">")
                    .append(escape(row.label()))
                    .append("</th><td><bdi>")
                    .append(escape(row.value()))
                    .append("</bdi></td></tr>\n");
        }
        html.append("</table>\n</section>\n");
    }

    private void element(String name, String text) {
        html.append('<').append(name).append('>').append(escape(text)).append("</").append(name).append(">\n");
    }

    private static String escape(String text) {
        return Texts.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String readStyle() {
        try (InputStream css = Objects.requireNonNull(ReceiptHtml.class.getResourceAsStream("receipt.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException("receipt.css cannot be read", e);
        }
    }

    private static String cspHash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
