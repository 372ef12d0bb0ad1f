package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.entra.Cloud;
import app.keyturn.entra.graph.Graph;
import app.keyturn.entra.graph.GraphProvisioning;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.signin.AccessToken;
import app.keyturn.entra.signin.AccessTokens;
import app.keyturn.entra.signin.LoopbackPort;
import app.keyturn.platform.HostMap;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Timer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on loopback that gives any reply a test wants and records requests. */
public final class StubMicrosoft implements AutoCloseable {
    public static final String GRAPH = "graph.practice.invalid";
    public static final String LOGIN = "login.practice.invalid";
    /** A host that the practice world lacks, to notice stray requests. */
    public static final String ELSEWHERE = "elsewhere.practice.invalid";

    public final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    public final HostMap hosts;

    /** A request. */
    public record Seen(String method, String host, String path, String query, String body, Optional<String> bearer,
            boolean eventual, Optional<String> id) {
        public boolean is(String wantedMethod, String pathEnd) {
            return method.equals(wantedMethod) && path.endsWith(pathEnd);
        }
    }

    /** A reply; status zero closes the connection without one. */
    public record Reply(int status, String type, String body, Map<String, String> headers) {
        public static final Reply NONE = new Reply(0, "", "", Map.of());
        public static final Reply DONE = new Reply(204, "", "", Map.of());

        public static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, Map.of());
        }

        public static Reply page(int status) {
            return new Reply(status, "text/html", "<html><h1>Welcome to our network</h1></html>", Map.of());
        }

        public static Reply error(int status, String code) {
            return json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"secret text\"}}");
        }

        /** No reply before the test is over. */
        public static Reply silence(CountDownLatch over) {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return NONE;
        }

        public Reply with(String header, String value) {
            return new Reply(status, type, body, Map.of(header, value));
        }
    }

    private StubMicrosoft(Function<Seen, Reply> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(LoopbackPort.ipv4(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        String government = Cloud.US_GOV_GCC_HIGH.graphHost();
        hosts = HostMap
                .forPractice(Map.of(GRAPH, base(GRAPH), LOGIN, base(LOGIN), ELSEWHERE, base(ELSEWHERE), government,
                        base(government)));
    }

    public static StubMicrosoft answering(Function<Seen, Reply> answers) throws IOException {
        return new StubMicrosoft(answers);
    }

    public static StubMicrosoft answering(Reply always) throws IOException {
        return new StubMicrosoft(_ -> always);
    }

    /** Replies to the requests of a batch, too, in reverse order, as Microsoft may. */
    public static Function<Seen, Reply> takingBatches(Function<Seen, Reply> answers) {
        return request -> request.is("POST", "/$batch")
                ? batch(request, answers)
                : answers.apply(request);
    }

    private static Reply batch(Seen batch, Function<Seen, Reply> answers) {
        List<String> responses = new ArrayList<>();
        JsonParser.parseString(batch.body()).getAsJsonObject().getAsJsonArray("requests").forEach(element -> {
            JsonObject part = element.getAsJsonObject();
            URI url = URI.create(part.get("url").getAsString());
            boolean eventual = part.has("headers")
                    && part.getAsJsonObject("headers").get("ConsistencyLevel").getAsString().equals("eventual");
            Seen question = new Seen(part.get("method").getAsString(), batch.host(), "/v1.0" + url.getPath(),
                    Optional.ofNullable(url.getQuery()).orElse(""), "", batch.bearer(), eventual, batch.id());
            Reply reply = answers.apply(question);
            JsonObject headers = new JsonObject();
            headers.addProperty("content-type", reply.type());
            reply.headers().forEach(headers::addProperty);
            responses.addFirst("{\"id\":" + part.get("id") + ",\"status\":" + reply.status() + ",\"headers\":" + headers
                    + (reply.body().isEmpty() ? "" : ",\"body\":" + reply.body()) + "}");
        });
        return Reply.json(200, "{\"responses\":[" + String.join(",", responses) + "]}");
    }

    private static final AccessToken BEARER = new AccessToken("BEARER", Cloud.PRACTICE);

    public EntraHttp http(Limits limits) {
        return new EntraHttp(limits, hosts);
    }

    public GraphProvisioning provisioning() {
        return provisioning(PracticeRenewal.LIMITS);
    }

    public GraphProvisioning provisioning(Limits limits) {
        return provisioning(limits, () -> BEARER);
    }

    public GraphProvisioning provisioning(Limits limits, AccessTokens tokens) {
        return provisioning(limits, tokens, Timer.on(Clock.systemUTC()));
    }

    /** With the real limits and the test's timer. */
    public GraphProvisioning provisioning(Timer timer) {
        return provisioning(Limits.STANDARD, () -> BEARER, timer);
    }

    /** With the test's timer and limits. */
    public GraphProvisioning provisioning(Limits limits, Timer timer) {
        return provisioning(limits, () -> BEARER, timer);
    }

    /** In the US Government cloud. */
    public GraphProvisioning government() {
        return new GraphProvisioning(
                new Graph(() -> Cloud.US_GOV_GCC_HIGH, http(PracticeRenewal.LIMITS),
                        () -> new AccessToken("BEARER", Cloud.US_GOV_GCC_HIGH),
                        _ -> {}),
                PracticeRenewal.LIMITS, Timer.on(Clock.systemUTC()), Clock.systemUTC());
    }

    public GraphProvisioning provisioning(Limits limits, AccessTokens tokens, Timer timer) {
        return new GraphProvisioning(new Graph(() -> Cloud.PRACTICE, http(limits), tokens, _ -> {}), limits, timer,
                Clock.systemUTC());
    }

    public long count(String method, String pathEnd) {
        return seen.stream().filter(request -> request.is(method, pathEnd)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private URI base(String host) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + host);
    }

    private void answer(HttpExchange exchange, Function<Seen, Reply> answers) throws IOException {
        try (exchange) {
            String[] place = exchange.getRequestURI().getRawPath().split("/", 3);
            Seen request = new Seen(exchange.getRequestMethod(), place[1], "/" + place[2],
                    Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    "eventual".equals(exchange.getRequestHeaders().getFirst("ConsistencyLevel")),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("client-request-id")));
            seen.add(request);
            Reply reply = answers.apply(request);
            if (reply.status() != 0) {
                byte[] body = reply.body().getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", reply.type());
                reply.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
