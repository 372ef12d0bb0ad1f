package app.keyturn.practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plays the user in front of a browser, for the walkthrough and the tests: opens the practice world's pages and presses
 * their buttons. It is given loopback addresses and uses no proxy.
 */
public final class PracticeBrowser implements AutoCloseable {
    /** The buttons of the sign-in page. */
    public enum Choice {
        /** Sign in with the account that has the role. */
        ADMINISTRATOR,
        /** Sign in with the account that cannot change synchronization. */
        USER_WITHOUT_ROLE,
        /** Decline. */
        DECLINE;

        private String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(TIMEOUT)
            .build();

    /** Opens a browser without cookies or history. */
    public PracticeBrowser() {}

    /**
     * Signs in, or declines: presses the button, then <em>Continue</em>, which posts the result to the program.
     *
     * @param authorizePage the sign-in address, already mapped to loopback
     * @param choice the button
     * @return the status of the program's response
     * @throws IOException when a page lacks the button, or there is no response within ten seconds
     * @throws InterruptedException when the thread is interrupted
     */
    public int signIn(URI authorizePage, Choice choice) throws IOException, InterruptedException {
        String signInPage = get(authorizePage);
        String continuePage = press(authorizePage, signInPage, "choice", choice.value()).body();
        return press(authorizePage, continuePage, "", "").statusCode();
    }

    /**
     * Presses <em>Generate token</em>.
     *
     * @param applePage the address of the token page, already mapped to loopback
     * @return the token shown, which the user would copy
     * @throws IOException when the page shows no token because two exist already, or there is no response within ten
     *             seconds
     * @throws InterruptedException when the thread is interrupted
     */
    public String generateToken(URI applePage) throws IOException, InterruptedException {
        String page = press(applePage, get(applePage), "generate", "token").body();
        return HtmlForm.valueOf("new-token", page).orElseThrow(() -> new IOException("The page shows no new token"));
    }

    /**
     * Presses <em>Revoke</em> beside the newest token, as a user does after an incomplete copy.
     *
     * @param applePage the address of the token page, already mapped to loopback
     * @throws IOException when no token can be revoked, or there is no response within ten seconds
     * @throws InterruptedException when the thread is interrupted
     */
    public void revokeNewestToken(URI applePage) throws IOException, InterruptedException {
        String page = get(applePage);
        List<HtmlForm.Button> buttons = HtmlForm.parseAll(page)
                .stream()
                .flatMap(form -> form.buttons().stream())
                .filter(button -> button.name().equals("revoke"))
                .toList();
        if (buttons.isEmpty()) {
            throw new IOException("No token can be revoked");
        }
        press(applePage, page, "revoke", buttons.getLast().value());
    }

    private String get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)).body();
    }

    private HttpResponse<String> press(URI address, String page, String name, String value)
            throws IOException, InterruptedException {
        for (HtmlForm form : HtmlForm.parseAll(page)) {
            Optional<HtmlForm.Button> button = form.button(name, value);
            if (button.isPresent()) {
                return send(HttpRequest.newBuilder(form.target(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.body(button.get()))));
            }
        }
        throw new IOException("The page has no button " + name + " " + value);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }

    /** Closes the connections. */
    @Override
    public void close() {
        http.close();
    }
}
