package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.HtmlForm;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.graph.StoredPairs;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.Sha256;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A practice world and an HTTP client for it: maps addresses, signs in, sends requests. */
public final class PracticeClient implements AutoCloseable {
    public static final String CLIENT = "14d82eec-204b-4c2f-b7e8-296a70dab67e";
    public static final String REDIRECT = "http://localhost:50123";
    public static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";
    public static final String SCOPE = "openid profile offline_access https://graph.practice.invalid/Application.Read.All"
            + " https://graph.practice.invalid/Synchronization.ReadWrite.All";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public final SettableClock clock = new SettableClock();
    public final PracticeWorld world;
    private String token = "";
    private String refreshToken = "";
    private String claims = "";

    private PracticeClient(Scenario scenario, String portal, UnaryOperator<PracticeSettings> change)
            throws IOException {
        world = PracticeWorld.open(scenario, portal, change.apply(PracticeSettings.forTests(clock)));
    }

    public static PracticeClient in(Scenario scenario) throws IOException {
        return in(scenario, settings -> settings);
    }

    public static PracticeClient in(Scenario scenario, UnaryOperator<PracticeSettings> change) throws IOException {
        return new PracticeClient(scenario, "school", change);
    }

    /** With an administrator signed in. */
    public static PracticeClient signedInto(Scenario scenario) throws IOException, InterruptedException {
        return in(scenario).signIn("administrator");
    }

    public static PracticeClient inBusiness(Scenario scenario) throws IOException {
        return new PracticeClient(scenario, "business", settings -> settings);
    }

    /** A public address, mapped to loopback. */
    public URI at(String address) {
        URI outside = URI.create(address);
        URI base = Objects.requireNonNull(world.addresses().get(outside.getHost()));
        String query = outside.getRawQuery() == null ? "" : "?" + outside.getRawQuery();
        return URI.create(base + outside.getRawPath() + query);
    }

    public HttpResponse<String> send(String method, URI address, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, BodyPublishers.ofString(body));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> page(String address) throws IOException, InterruptedException {
        return send("GET", at(address), "");
    }

    public HttpResponse<String> post(URI address, Map<String, String> form) throws IOException, InterruptedException {
        return send("POST", address, encode(form), "Content-Type", "application/x-www-form-urlencoded");
    }

    // Sign-in

    public static Map<String, String> authorizeQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", CLIENT);
        query.put("response_type", "code");
        query.put("response_mode", "form_post");
        query.put("redirect_uri", REDIRECT);
        query.put("scope", SCOPE);
        query.put("state", "state-1");
        query.put("prompt", "select_account");
        query.put("code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(VERIFIER)));
        query.put("code_challenge_method", "S256");
        return query;
    }

    public URI authorize(Map<String, String> query) {
        return at("https://login.practice.invalid/organizations/oauth2/v2.0/authorize?" + encode(query));
    }

    /** The form fields that this choice posts to the program. */
    public Map<String, String> press(Map<String, String> query, String choice)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = post(authorize(query), Map.of("choice", choice));
        return HtmlForm.parseAll(answer.body()).getFirst().hidden();
    }

    public static Map<String, String> tokenForm(Map<String, String> posted) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", CLIENT);
        form.put("code", Objects.requireNonNull(posted.get("code")));
        form.put("redirect_uri", REDIRECT);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    public HttpResponse<String> redeem(Map<String, String> form) throws IOException, InterruptedException {
        return post(at("https://login.practice.invalid/organizations/oauth2/v2.0/token"), form);
    }

    /** From the next sign-in on, the program declares that it can handle claims challenges. */
    public PracticeClient declaringCp1() {
        claims = "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}";
        return this;
    }

    public PracticeClient signIn(String choice) throws IOException, InterruptedException {
        return signIn(choice, SCOPE);
    }

    public PracticeClient signIn(String choice, String scope) throws IOException, InterruptedException {
        Map<String, String> query = authorizeQuery();
        query.put("scope", scope);
        Map<String, String> form = tokenForm(press(query, choice));
        form.put("claims", claims);
        JsonObject answer = json(redeem(form));
        token = answer.get("access_token").getAsString();
        refreshToken = answer.get("refresh_token").getAsString();
        return this;
    }

    /** The token endpoint's answer to the latest refresh token. */
    public HttpResponse<String> refresh() throws IOException, InterruptedException {
        return redeem(Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refreshToken));
    }

    // Graph

    public String bearer() {
        return "Bearer " + token;
    }

    public HttpResponse<String> graph(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", bearer()));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        return send(method, at("https://graph.practice.invalid/v1.0" + path), body, all.toArray(String[]::new));
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return graph("GET", path, "", headers);
    }

    public static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    /** The error inside another error's message, as JSON. */
    public static JsonObject innerError(HttpResponse<String> answer) {
        String message = json(answer).getAsJsonObject("error").get("message").getAsString();
        return JsonParser.parseString(message).getAsJsonObject().getAsJsonObject("error");
    }

    public static List<JsonObject> rows(HttpResponse<String> response) {
        return json(response).getAsJsonArray("value").asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    public static List<String> names(HttpResponse<String> response) {
        return rows(response).stream().map(row -> row.get("displayName").getAsString()).toList();
    }

    public static String filter(String text) {
        return "$filter=" + URLEncoder.encode(text, UTF_8);
    }

    public String synchronization(String appName) throws IOException, InterruptedException {
        String query = filter("displayName eq '" + appName + "'");
        String id = rows(get("/servicePrincipals?" + query)).getFirst().get("id").getAsString();
        return "/servicePrincipals/" + id + "/synchronization";
    }

    public String school() throws IOException, InterruptedException {
        return synchronization("Apple School Manager");
    }

    /** The first application of a filtered list. */
    public JsonObject app(String filter) throws IOException, InterruptedException {
        return rows(get("/servicePrincipals?" + filter(filter))).getFirst();
    }

    /** Tests the stored credentials of an app without naming a job. */
    public HttpResponse<String> checkSaved(String synchronization) throws IOException, InterruptedException {
        return graph("POST", synchronization + "/jobs/validateCredentials", "{\"useSavedCredentials\":true}");
    }

    public JsonObject job() throws IOException, InterruptedException {
        return rows(get(school() + "/jobs")).getFirst();
    }

    public String jobPath() throws IOException, InterruptedException {
        return school() + "/jobs/" + job().get("id").getAsString();
    }

    public JsonObject status() throws IOException, InterruptedException {
        return job().getAsJsonObject("status");
    }

    /** The pairs that GET returns, in order. */
    public Map<String, String> shownPairs() throws IOException, InterruptedException {
        return shownPairs(school());
    }

    public Map<String, String> shownPairs(String synchronization) throws IOException, InterruptedException {
        Map<String, String> pairs = new LinkedHashMap<>();
        rows(get(synchronization + "/secrets")).forEach(
                pair -> pairs.put(pair.get("key").getAsString(), pair.get("value").getAsString()));
        return pairs;
    }

    public HttpResponse<String> save(Map<String, String> pairs) throws IOException, InterruptedException {
        return graph("PUT", school() + "/secrets", Json.text(Json.object("value", list(pairs))));
    }

    public HttpResponse<String> validate(Map<String, String> pairs) throws IOException, InterruptedException {
        return graph("POST", jobPath() + "/validateCredentials",
                Json.text(Json.object("useSavedCredentials", false, "credentials", list(pairs))));
    }

    /** All readable pairs, and this token. */
    public Map<String, String> completeWith(String secretToken) throws IOException, InterruptedException {
        Map<String, String> pairs = shownPairs();
        pairs.values().removeIf(StoredPairs.MASK::equals);
        pairs.put("SecretToken", secretToken);
        return pairs;
    }

    /** Generates, tests and saves a new token, as the program does. */
    public void renew() throws IOException, InterruptedException {
        Map<String, String> pairs = completeWith(world.generateToken());
        if (validate(pairs).statusCode() != 204 || save(pairs).statusCode() != 204) {
            throw new IOException("The renewal did not succeed");
        }
    }

    private static JsonArray list(Map<String, String> pairs) {
        return Json.array(pairs.entrySet()
                .stream()
                .map(pair -> Json.object("key", pair.getKey(), "value", pair.getValue()))
                .toList());
    }

    public static String encode(Map<String, String> fields) {
        return fields.entrySet()
                .stream()
                .map(
                        field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                                + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() throws IOException {
        world.close();
    }
}
