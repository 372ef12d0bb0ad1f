package app.keyturn.practice.apple;

import app.keyturn.practice.server.HtmlPage;
import app.keyturn.practice.server.PageText;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Stands in for the page of an Apple portal where tokens are generated and revoked. Every path shows it. */
public final class AppleTokenPage {
    private final PracticePortal portal;
    private final AppleTokens tokens;
    private final PageText pageText;
    private final Clock clock;

    public AppleTokenPage(PracticePortal portal, AppleTokens tokens, PageText pageText, Clock clock) {
        this.portal = portal;
        this.tokens = tokens;
        this.pageText = pageText;
        this.clock = clock;
    }

    public Response handle(Request request) {
        HtmlPage page = pageText.page("apple.title", portal.product());
        if (request.isPost()) {
            Map<String, String> form = request.form();
            if (!form.getOrDefault("edition", "").equals(tokens.edition())) {
                page.notice("apple.old-page");
            } else if (form.containsKey("revoke")) {
                revoke(page, form.getOrDefault("revoke", ""));
            } else if (form.containsKey("generate")) {
                generate(page);
            }
        }
        return addTokens(page.paragraph("apple.explained")).toResponse(200);
    }

    private void generate(HtmlPage page) {
        Optional<String> shown = tokens.generate();
        if (shown.isPresent()) {
            page.copyField("new-token", "apple.new", shown.get()).notice("apple.copy");
        } else {
            page.notice("apple.two");
        }
    }

    private void revoke(HtmlPage page, String name) {
        page.notice(tokens.revoke(name) ? "apple.revoked" : "apple.not-revoked", name);
    }

    private HtmlPage addTokens(HtmlPage page) {
        page.heading("apple.tokens");
        if (tokens.all().isEmpty()) {
            page.paragraph("apple.none");
        }
        for (AppleToken token : tokens.all()) {
            describe(page, token);
            if (tokens.canRevoke()) {
                page.form()
                        .hidden("edition", tokens.edition())
                        .button("revoke", token.name(), "apple.revoke", token.name())
                        .endForm();
            } else {
                page.paragraph("apple.only-one");
            }
        }
        return page.form().hidden("edition", tokens.edition()).button("generate", "token", "apple.generate").endForm();
    }

    private void describe(HtmlPage page, AppleToken token) {
        Instant now = clock.instant();
        String expiry = pageText.date(token.expires());
        String lastUsed = token.lastUsed().map(pageText::dateTime).orElse("");
        if (!token.isValidAt(now)) {
            page.paragraph("apple.expired", token.name(), expiry);
        } else if (tokens.active().filter(token::equals).isPresent()) {
            page.paragraph("apple.active", token.name(), expiry, lastUsed);
        } else {
            page.paragraph(lastUsed.isEmpty() ? "apple.unused" : "apple.used", token.name(), expiry, lastUsed);
        }
    }
}
