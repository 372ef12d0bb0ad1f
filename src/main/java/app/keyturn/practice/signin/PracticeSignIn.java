package app.keyturn.practice.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.server.AnswerScript;
import app.keyturn.practice.server.HtmlPage;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.Operation;
import app.keyturn.practice.server.PageText;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import app.keyturn.practice.server.Switches;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for Microsoft's sign-in: a page with three buttons and no password. It keeps no state between page and
 * form: a form is posted to the page's own address, query included.
 */
public final class PracticeSignIn {
    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)/oauth2/v2\\.0/(authorize|token|logout)");

    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d+)");

    private final TokenStore tokenStore;
    private final PageText pageText;
    private final AnswerScript script;
    private final Optional<SignInRefusal> refusal;
    private int refused;
    private final TokenEndpoint tokenEndpoint;

    /**
     * Creates a sign-in.
     *
     * @param tokenStore that codes and tokens are issued by
     * @param pageText of the pages
     * @param switches whom it refuses
     * @param script of answers that replace the usual ones
     * @param clock of the id tokens
     */
    public PracticeSignIn(TokenStore tokenStore, PageText pageText, Switches switches, AnswerScript script,
            Clock clock) {
        this.tokenStore = tokenStore;
        this.pageText = pageText;
        this.refusal = switches.get(SignInSettings.REFUSAL);
        this.script = script;
        this.tokenEndpoint = new TokenEndpoint(tokenStore, clock);
    }

    /** Handles a request; errors are responses too. */
    public Response handle(Request request) {
        return script.answer(request, () -> route(request),
                (status, code, message) -> Operation.of(request) == Operation.TOKEN
                        ? tokenEndpoint.error(status, code, number(message), message)
                        : errorPage(status, message));
    }

    private static int number(String message) {
        Matcher number = NUMBER.matcher(message);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private Response route(Request request) {
        Matcher address = ADDRESS.matcher(request.path());
        if (!address.matches()) {
            return errorPage(404, "AADSTS900144: There is no such page.");
        }
        boolean known = PracticeTenant.matches(address.group(1));
        String unknown = "AADSTS90002: Tenant '" + address.group(1) + "' not found.";
        if (address.group(2).equals("token")) {
            return known ? tokenEndpoint.handle(request) : tokenEndpoint.error("invalid_request", 90002, unknown);
        }
        if (!known) {
            return errorPage(400, unknown);
        }
        return address.group(2).equals("logout") ? signedOutPage() : authorize(request);
    }

    /** Only shows a page: a program has to discard its tokens itself. */
    private Response signedOutPage() {
        return pageText.page("signed-out.title").paragraph("signed-out.explained").toResponse(200);
    }

    private Response authorize(Request request) {
        try {
            AuthorizeRequest parsed = AuthorizeRequest.parse(request.query());
            return request.isPost() ? choose(parsed, request.form().getOrDefault("choice", "")) : signInPage();
        } catch (AuthorizeRequest.InvalidRequestException invalid) {
            return errorPage(400, String.valueOf(invalid.getMessage()));
        }
    }

    private Response signInPage() {
        HtmlPage page = pageText.page("sign-in.title").paragraph("sign-in.explained").form();
        for (PracticeUser user : PracticeUser.values()) {
            page.button("choice", user.id(), "sign-in." + user.id());
        }
        return page.button("choice", "decline", "sign-in.decline").endForm().toResponse(200);
    }

    private Response choose(AuthorizeRequest request, String choice) {
        Optional<PracticeUser> user = PracticeUser.fromId(choice);
        Optional<SignInRefusal> refused = user.filter(PracticeUser.ADMINISTRATOR::equals).flatMap(who -> refuse());
        if (refused.isPresent()) {
            return refusedPage(request, refused.get());
        }
        if (user.isPresent()) {
            return pageText.page("continue.title")
                    .paragraph("continue.signed-in", user.get().displayName())
                    .form(request.redirectUri())
                    .hidden("code", tokenStore.issueCode(user.get(), request))
                    .hidden("state", request.state())
                    .hidden("session_state", UUID.randomUUID().toString())
                    .hidden("client_info", clientInfo(user.get()))
                    .button("continue.button")
                    .endForm()
                    .toResponse(200, request.redirectUri());
        }
        if (choice.equals("decline")) {
            return returning(pageText.page("continue.title").paragraph("continue.declined"), request,
                    "AADSTS65004: User declined to consent to access the app. Practice, nothing real.");
        }
        return signInPage();
    }

    private Optional<SignInRefusal> refuse() {
        Optional<SignInRefusal> now = refusal.filter(each -> refused < each.attempts());
        refused++;
        return now;
    }

    private Response refusedPage(AuthorizeRequest request, SignInRefusal refusal) {
        return switch (refusal.place()) {
            case ON_PAGE -> errorPage(200, refusal.message());
            case POSTED -> returning(pageText.page("continue.title").paragraph("continue.refused"), request,
                    refusal.message());
            case WITH_WAY_BACK -> returning(pageText.page("approval.title")
                    .verbatim(refusal.message())
                    .paragraph("approval.explained"), request,
                    "AADSTS90123: The user went back without an approval. Practice, nothing real.");
        };
    }

    /** The page with a button that tells the program why there is no code. */
    private static Response returning(HtmlPage page, AuthorizeRequest request, String description) {
        return page.form(request.redirectUri())
                .hidden("error", "access_denied")
                .hidden("error_description", description)
                .hidden("state", request.state())
                .button("continue.button")
                .endForm()
                .toResponse(200, request.redirectUri());
    }

    private Response errorPage(int status, String message) {
        return pageText.page("sign-in.error")
                .verbatim(message)
                .paragraph("sign-in.nothing-changed")
                .toResponse(status);
    }

    /** The user, as MSAL expects it beside a code or a token. */
    static String clientInfo(PracticeUser user) {
        String json = Json.text(Json.object("uid", user.objectId(), "utid", PracticeTenant.ID));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
