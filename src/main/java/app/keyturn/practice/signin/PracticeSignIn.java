package app.keyturn.practice.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.server.HtmlPage;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.PageText;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for Microsoft's sign-in: a page with three buttons and no password. The page's own address, query included,
 * is all it needs to know, so a form is posted to the address that showed it.
 */
public final class PracticeSignIn {
    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)/oauth2/v2\\.0/(authorize|token|logout)");

    private final TokenStore tokenStore;
    private final PageText pageText;
    private final TokenEndpoint tokens;

    public PracticeSignIn(TokenStore tokenStore, PageText pageText, TokenEndpoint tokens) {
        this.tokenStore = tokenStore;
        this.pageText = pageText;
        this.tokens = tokens;
    }

    public Response handle(Request request) {
        Matcher address = ADDRESS.matcher(request.path());
        if (!address.matches()) {
            return errorPage(404, "AADSTS900144: There is no such page.");
        }
        boolean known = PracticeTenant.matches(address.group(1));
        String unknown = "AADSTS90002: Tenant '" + address.group(1) + "' not found.";
        if (address.group(2).equals("token")) {
            return known ? tokens.handle(request) : tokens.error("invalid_request", 90002, unknown);
        }
        if (!known) {
            return errorPage(400, unknown);
        }
        return address.group(2).equals("logout") ? signedOut() : authorize(request);
    }

    /** Says so and no more: what a program still holds is its own to forget. */
    private Response signedOut() {
        return pageText.page("signed-out.title").paragraph("signed-out.explained").toResponse(200);
    }

    private Response authorize(Request request) {
        try {
            AuthorizeRequest asked = AuthorizeRequest.parse(request.query());
            return request.isPost() ? choose(asked, request.form().getOrDefault("choice", "")) : signInPage();
        } catch (AuthorizeRequest.InvalidRequestException refused) {
            return errorPage(400, String.valueOf(refused.getMessage()));
        }
    }

    private Response signInPage() {
        HtmlPage page = pageText.page("sign-in.title").paragraph("sign-in.explained").form();
        for (PracticeUser user : PracticeUser.values()) {
            page.button("choice", user.id(), "sign-in." + user.id());
        }
        return page.button("choice", "decline", "sign-in.decline").endForm().toResponse(200);
    }

    private Response choose(AuthorizeRequest asked, String choice) {
        Optional<PracticeUser> user = PracticeUser.fromId(choice);
        if (user.isPresent()) {
            return pageText.page("continue.title")
                    .paragraph("continue.signed-in", user.get().displayName())
                    .form(asked.redirectUri())
                    .hidden("code", tokenStore.issueCode(user.get(), asked))
                    .hidden("state", asked.state())
                    .hidden("session_state", UUID.randomUUID().toString())
                    .hidden("client_info", clientInfo(user.get()))
                    .button("continue.button")
                    .endForm()
                    .toResponse(200, asked.redirectUri());
        }
        if (choice.equals("decline")) {
            return pageText.page("continue.title")
                    .paragraph("continue.declined")
                    .form(asked.redirectUri())
                    .hidden("error", "access_denied")
                    .hidden("error_description",
                            "AADSTS65004: User declined to consent to access the app. Practice, nothing real.")
                    .hidden("state", asked.state())
                    .button("continue.button")
                    .endForm()
                    .toResponse(200, asked.redirectUri());
        }
        return signInPage();
    }

    private Response errorPage(int status, String message) {
        return pageText.page("sign-in.error")
                .verbatim(message)
                .paragraph("sign-in.nothing-changed")
                .toResponse(status);
    }

    /** Who signed in, as MSAL expects it beside a code or a token. */
    static String clientInfo(PracticeUser user) {
        String json = Json.text(Json.object("uid", user.objectId(), "utid", PracticeTenant.ID));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
