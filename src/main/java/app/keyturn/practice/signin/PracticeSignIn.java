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

    private final TokenStore grants;
    private final PageText pages;
    private final TokenEndpoint tokens;

    public PracticeSignIn(TokenStore grants, PageText pages, TokenEndpoint tokens) {
        this.grants = grants;
        this.pages = pages;
        this.tokens = tokens;
    }

    public Response answer(Request request) {
        Matcher address = ADDRESS.matcher(request.path());
        if (!address.matches()) {
            return problem(404, "AADSTS900144: There is no such page.");
        }
        boolean known = PracticeTenant.isNamed(address.group(1));
        String unknown = "AADSTS90002: Tenant '" + address.group(1) + "' not found.";
        if (address.group(2).equals("token")) {
            return known ? tokens.answer(request) : tokens.error("invalid_request", 90002, unknown);
        }
        if (!known) {
            return problem(400, unknown);
        }
        return address.group(2).equals("logout") ? signedOut() : authorize(request);
    }

    /** Says so and no more: what a program still holds is its own to forget. */
    private Response signedOut() {
        return pages.page("signed-out.title").say("signed-out.explained").answer(200);
    }

    private Response authorize(Request request) {
        try {
            AuthorizeRequest asked = AuthorizeRequest.of(request.query());
            return request.isPost() ? pressed(asked, request.form().getOrDefault("choice", "")) : question();
        } catch (AuthorizeRequest.Refused refused) {
            return problem(400, String.valueOf(refused.getMessage()));
        }
    }

    private Response question() {
        HtmlPage page = pages.page("sign-in.title").say("sign-in.explained").form();
        for (PracticeUser person : PracticeUser.values()) {
            page.button("choice", person.id(), "sign-in." + person.id());
        }
        return page.button("choice", "decline", "sign-in.decline").endForm().answer(200);
    }

    private Response pressed(AuthorizeRequest asked, String choice) {
        Optional<PracticeUser> person = PracticeUser.withId(choice);
        if (person.isPresent()) {
            return pages.page("continue.title")
                    .say("continue.signed-in", person.get().displayName())
                    .form(asked.redirectUri())
                    .hidden("code", grants.newCode(person.get(), asked))
                    .hidden("state", asked.state())
                    .hidden("session_state", UUID.randomUUID().toString())
                    .hidden("client_info", clientInfo(person.get()))
                    .button("continue.button")
                    .endForm()
                    .answer(200, asked.redirectUri());
        }
        if (choice.equals("decline")) {
            return pages.page("continue.title")
                    .say("continue.declined")
                    .form(asked.redirectUri())
                    .hidden("error", "access_denied")
                    .hidden("error_description",
                            "AADSTS65004: User declined to consent to access the app. Practice, nothing real.")
                    .hidden("state", asked.state())
                    .button("continue.button")
                    .endForm()
                    .answer(200, asked.redirectUri());
        }
        return question();
    }

    private Response problem(int status, String message) {
        return pages.page("sign-in.error")
                .quote(message)
                .say("sign-in.nothing-changed")
                .answer(status);
    }

    /** Who signed in, as MSAL expects it beside a code or a token. */
    static String clientInfo(PracticeUser person) {
        String json = Json.text(Json.object("uid", person.objectId(), "utid", PracticeTenant.ID));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
