package app.keyturn.practice.server;

/**
 * A page of the practice world, written from top to bottom. Every text and value is escaped here and nowhere else.
 * There are no scripts, and a form is posted to the page's own address unless it names another.
 */
public final class HtmlPage {
    private final PageText pageText;
    private final String title;
    private final StringBuilder body = new StringBuilder();

    HtmlPage(PageText pageText, String title) {
        this.pageText = pageText;
        this.title = title;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A heading below the title. */
    public HtmlPage heading(String key) {
        return element("h2", "", pageText.text(key));
    }

    /** A paragraph of translated text. */
    public HtmlPage paragraph(String key, Object... arguments) {
        return element("p", "", pageText.text(key, arguments));
    }

    /** A message that the user must not miss. */
    public HtmlPage notice(String key, Object... arguments) {
        return element("p", " class=\"notice\" role=\"status\"", pageText.text(key, arguments));
    }

    /** A text that is not translated, such as an error message of Microsoft. */
    public HtmlPage verbatim(String text) {
        return element("p", " class=\"notice\"", text);
    }

    /** A read-only field with a text to copy. */
    public HtmlPage copyField(String id, String labelKey, String value) {
        body.append("<p><label for=\"")
                .append(id)
                .append("\">")
                .append(escape(pageText.text(labelKey)))
                .append("</label><input id=\"")
                .append(id)
                .append("\" readonly autofocus value=\"")
                .append(escape(value))
                .append("\"></p>\n");
        return this;
    }

    /** Starts a form that is posted to this page's own address. */
    public HtmlPage form() {
        body.append("<form method=\"post\">\n");
        return this;
    }

    /** Starts a form that is posted elsewhere; {@link #toResponse(int, String)} must allow that address. */
    public HtmlPage form(String action) {
        body.append("<form method=\"post\" action=\"").append(escape(action)).append("\">\n");
        return this;
    }

    /** A hidden field of the form. */
    public HtmlPage hidden(String name, String value) {
        body.append("<input type=\"hidden\" name=\"")
                .append(escape(name))
                .append("\" value=\"")
                .append(escape(value))
                .append("\">\n");
        return this;
    }

    /** A button that submits the form and adds a field to it. */
    public HtmlPage button(String name, String value, String key, Object... arguments) {
        return element("button", " name=\"" + escape(name) + "\" value=\"" + escape(value) + "\"",
                pageText.text(key, arguments));
    }

    /** A button that submits the form. */
    public HtmlPage button(String key) {
        return element("button", "", pageText.text(key));
    }

    /** Ends the form. */
    public HtmlPage endForm() {
        body.append("</form>\n");
        return this;
    }

    private HtmlPage element(String name, String attributes, String text) {
        body.append('<')
                .append(name)
                .append(attributes)
                .append('>')
                .append(escape(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** The finished page, with forms that are posted to its own address only. */
    public Response toResponse(int status) {
        return toResponse(status, "");
    }

    /**
     * The finished page.
     *
     * @param target the only other address that its forms may be posted to, or empty
     */
    public Response toResponse(int status, String target) {
        String policy = "default-src 'none'; style-src " + pageText.styleHash() + "; form-action 'self' " + target
                + "; base-uri 'none'; frame-ancestors 'none'";
        return Response.of(status, "text/html; charset=utf-8", html())
                .with("Content-Security-Policy", policy)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff");
    }

    private String html() {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title>
                <style>%s</style></head>
                <body><header><strong>%s</strong> %s</header>
                <main><h1>%s</h1>
                %s</main></body></html>
                """.formatted(escape(pageText.languageTag()), escape(pageText.text("title", title)), pageText.style(),
                escape(pageText.text("banner.practice")), escape(pageText.text("banner.explained")), escape(title),
                body);
    }
}
