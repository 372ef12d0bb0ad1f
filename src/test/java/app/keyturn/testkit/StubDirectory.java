package app.keyturn.testkit;

import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.StubMicrosoft.Seen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A directory at Graph over HTTP, with the apps and the errors that a test wants. */
public final class StubDirectory implements Function<Seen, Reply> {
    public static final String AT_APPLE = pairs("BaseAddress", "https://federation.apple.com/feeds/school/scim",
            "SecretToken",
            "*");
    public static final String NOTHING = "{\"value\":[]}";
    public static final String TEMPLATE = "0f0f0f0f-1111-2222-3333-444444444444";
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
    private static final String NEXT = "https://" + StubMicrosoft.GRAPH + "/v1.0/servicePrincipals?$skiptoken=";

    /** All requests, including those inside batches. */
    public final List<Seen> asked = new CopyOnWriteArrayList<>();
    private final Map<String, App> apps = new LinkedHashMap<>();
    private final List<Function<Seen, Optional<Reply>>> exceptions = new ArrayList<>();
    private int page = 1_000;

    private record App(String id, String name, String template, String secrets) {
        String json() {
            return "{\"id\":\"%s\",\"displayName\":\"%s\",\"applicationTemplateId\":%s}".formatted(id, name,
                    template.isEmpty() ? "null" : "\"" + template + "\"");
        }
    }

    public StubDirectory app(String id, String name, String secrets) {
        return app(id, name, "", secrets);
    }

    public StubDirectory app(String id, String name, String template, String secrets) {
        apps.put(id, new App(id, name, template, secrets));
        return this;
    }

    public StubDirectory others(int number) {
        IntStream.range(0, number).forEach(other -> app("other" + other, "Other " + other, NOTHING));
        return this;
    }

    public StubDirectory pageSize(int rows) {
        page = rows;
        return this;
    }

    /** Gives this reply to these requests. */
    public StubDirectory replyTo(Predicate<Seen> questions, Reply reply) {
        exceptions.add(seen -> questions.test(seen) ? Optional.of(reply) : Optional.empty());
        return this;
    }

    /** Gives this reply to the first of these requests. */
    public StubDirectory replyToFirst(int times, Predicate<Seen> questions, Reply reply) {
        AtomicInteger left = new AtomicInteger(times);
        exceptions.add(seen -> questions.test(seen) && left.getAndDecrement() > 0
                ? Optional.of(reply)
                : Optional.empty());
        return this;
    }

    public StubMicrosoft open() throws IOException {
        return StubMicrosoft.answering(StubMicrosoft.takingBatches(this));
    }

    public StubMicrosoft openWithoutBatches() throws IOException {
        return StubMicrosoft
                .answering(request -> request.is("POST", "/$batch") ? Reply.error(405, "x") : apply(request));
    }

    @Override
    public Reply apply(Seen seen) {
        asked.add(seen);
        return exceptions.stream()
                .flatMap(exception -> exception.apply(seen).stream())
                .findFirst()
                .orElseGet(() -> answer(seen));
    }

    private Reply answer(Seen seen) {
        String[] way = seen.path().split("/", -1);
        return switch (way[2] + (way.length == 4 ? "/" : "") + (way.length > 4 ? "/" + way[5] : "")) {
            case "organization" -> Reply.json(200, "{\"value\":[{\"displayName\":\"Maple School\"}]}");
            case "applicationTemplates" -> Reply.json(200, literal(seen).equals("Apple School Manager")
                    ? "{\"value\":[{\"id\":\"" + TEMPLATE + "\",\"displayName\":\"Apple School Manager\"}]}"
                    : NOTHING);
            case "servicePrincipals" -> list(seen);
            case "servicePrincipals/" -> known(way[3]).map(App::json)
                    .map(json -> Reply.json(200, json))
                    .orElseGet(() -> Reply.error(404, "Request_ResourceNotFound"));
            case "servicePrincipals/secrets" -> known(way[3]).map(App::secrets)
                    .map(secrets -> Reply.json(200, secrets))
                    .orElseGet(() -> Reply.error(404, "Request_ResourceNotFound"));
            case "servicePrincipals/jobs" -> Reply.json(200, "{\"value\":[{\"id\":\"job-of-" + way[3] + "\"}]}");
            default -> Reply.error(400, "BadRequest");
        };
    }

    private Optional<App> known(String id) {
        return Optional.ofNullable(apps.get(id));
    }

    private Reply list(Seen seen) {
        String query = seen.query();
        if (query.contains("$search") && !seen.eventual()) {
            return Reply.error(400, "Request_UnsupportedQuery");
        }
        int from = query.startsWith("$skiptoken=") ? Integer.parseInt(query.substring("$skiptoken=".length())) : 0;
        List<App> all = apps.values().stream().filter(app -> fits(app, query)).toList();
        List<App> rows = all.subList(from, Math.min(from + page, all.size()));
        return Reply.json(200, "{" + (query.contains("$count=true") && seen.eventual()
                ? "\"@odata.count\":" + all.size() + ","
                : "") + (from + page < all.size() ? "\"@odata.nextLink\":\"" + NEXT + (from + page) + "\"," : "")
                + "\"value\":[" + String.join(",", rows.stream().map(App::json).toList()) + "]}");
    }

    private static boolean fits(App app, String query) {
        String literal = literal(query);
        if (query.startsWith("$filter=startswith(displayName,")) {
            return app.name().toLowerCase(Locale.ROOT).startsWith(literal.toLowerCase(Locale.ROOT));
        }
        if (query.startsWith("$search=")) {
            String words = query.substring("$search=\"displayName:".length(), query.indexOf("\"&"));
            return (" " + app.name()).toLowerCase(Locale.ROOT).contains(" " + words.toLowerCase(Locale.ROOT));
        }
        if (query.startsWith("$filter=applicationTemplateId eq")) {
            return app.template().equals(literal);
        }
        return !query.startsWith("$filter=appId eq") || literal.equals(appIdOf(app.id()));
    }

    /** The application ID for an object ID. */
    public static String appIdOf(String id) {
        return "f" + id.substring(1);
    }

    private static String literal(Seen seen) {
        return literal(seen.query());
    }

    private static String literal(String query) {
        Matcher literal = LITERAL.matcher(query);
        return literal.find() ? literal.group(1).replace("''", "'") : "";
    }

    public static String pairs(String... keysAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            pairs.add("{\"key\":\"" + keysAndValues[at] + "\",\"value\":\"" + keysAndValues[at + 1] + "\"}");
        }
        return "{\"value\":[" + String.join(",", pairs) + "]}";
    }
}
