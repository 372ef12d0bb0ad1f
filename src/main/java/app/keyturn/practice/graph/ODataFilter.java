package app.keyturn.practice.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of OData's {@code $filter} that the directory needs: {@code eq}, {@code ne}, {@code in}, {@code startswith},
 * {@code endswith}, {@code tags/any}, {@code not}, {@code and}, {@code or} and parentheses. Everything else is refused.
 * Source: Microsoft Learn, "Use the $filter query parameter".
 */
final class ODataFilter {
    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[A-Za-z][\\w/:]*|[(),])");
    /** For {@code in} and, in practice, for {@code or}. */
    private static final int MAX_CLAUSES = 15;
    private static final Set<String> PROPERTIES = Set.of("id", "appId", "displayName", "applicationTemplateId");

    private final List<String> tokens = new ArrayList<>();
    private final boolean advanced;
    private int position;

    private ODataFilter(String text, boolean advanced) {
        this.advanced = advanced;
        Matcher matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, matcher.regionEnd());
        }
        if (end < text.strip().length()) {
            throw unsupported();
        }
    }

    /**
     * Parses a filter.
     *
     * @param advanced whether the request has the query option and header that advanced queries need
     */
    static Predicate<JsonObject> parse(String text, boolean advanced) {
        ODataFilter filter = new ODataFilter(text, advanced);
        Predicate<JsonObject> result = filter.orExpression();
        if (filter.position < filter.tokens.size()) {
            throw unsupported();
        }
        return result;
    }

    private static GraphException unsupported() {
        return GraphException.unsupported("Unsupported or invalid query filter clause specified.");
    }

    private Predicate<JsonObject> orExpression() {
        Predicate<JsonObject> left = andExpression();
        int clauses = 1;
        for (; accept("or"); clauses++) {
            left = left.or(andExpression());
        }
        checkClauseCount(clauses);
        return left;
    }

    private Predicate<JsonObject> andExpression() {
        Predicate<JsonObject> left = term();
        while (accept("and")) {
            left = left.and(term());
        }
        return left;
    }

    private Predicate<JsonObject> term() {
        if (accept("(")) {
            Predicate<JsonObject> inner = orExpression();
            expect(")");
            return inner;
        }
        String first = next();
        return switch (first.toLowerCase(Locale.ROOT)) {
            case "not" -> needsAdvanced(term().negate());
            case "startswith" -> function((value, part) -> value.regionMatches(true, 0, part, 0, part.length()));
            case "endswith" -> needsAdvanced(function((value, part) -> value.regionMatches(true,
                    value.length() - part.length(), part, 0, part.length())));
            case "tags/any" -> anyTag();
            default -> comparison(property(first));
        };
    }

    /** Compares a property's value with a literal. */
    private interface Comparison {
        boolean matches(String value, String literal);
    }

    private Predicate<JsonObject> function(Comparison comparison) {
        expect("(");
        String property = property(next());
        expect(",");
        String part = literal();
        expect(")");
        return row -> comparison.matches(value(row, property), part);
    }

    private Predicate<JsonObject> comparison(String property) {
        String operator = next();
        return switch (operator) {
            case "eq" -> isOneOf(property, List.of(literal()));
            case "ne" -> needsAdvanced(isOneOf(property, List.of(literal())).negate());
            case "in" -> {
                expect("(");
                List<String> literals = new ArrayList<>(List.of(literal()));
                while (accept(",")) {
                    literals.add(literal());
                }
                expect(")");
                checkClauseCount(literals.size());
                yield isOneOf(property, literals);
            }
            default -> throw unsupported();
        };
    }

    private static void checkClauseCount(int clauses) {
        if (clauses > MAX_CLAUSES) {
            throw GraphException.unsupported("Too many child clauses specified in search filter expression containing "
                    + "'OR' operators: " + clauses + ". Max allowed: " + MAX_CLAUSES + ".");
        }
    }

    private Predicate<JsonObject> anyTag() {
        expect("(");
        String variable = next();
        String name = variable.substring(0, Math.max(0, variable.indexOf(':')));
        if (!variable.equals(name + ":" + name)) {
            throw unsupported();
        }
        expect("eq");
        String tag = literal();
        expect(")");
        return row -> row.getAsJsonArray("tags").asList().stream().map(JsonElement::getAsString).anyMatch(tag::equals);
    }

    private static Predicate<JsonObject> isOneOf(String property, List<String> literals) {
        return row -> literals.stream().anyMatch(literal -> literal.equalsIgnoreCase(value(row, property)));
    }

    /** A property's value; empty when it is null. */
    private static String value(JsonObject row, String property) {
        JsonElement value = row.get(property);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private <T> T needsAdvanced(T part) {
        if (!advanced) {
            throw GraphException
                    .unsupported("This filter needs $count=true and the header 'ConsistencyLevel: eventual'.");
        }
        return part;
    }

    private static String property(String token) {
        if (!PROPERTIES.contains(token)) {
            throw unsupported();
        }
        return token;
    }

    private String literal() {
        String token = next();
        if (!token.startsWith("'")) {
            throw unsupported();
        }
        return token.substring(1, token.length() - 1).replace("''", "'");
    }

    private String next() {
        if (position >= tokens.size()) {
            throw unsupported();
        }
        return tokens.get(position++);
    }

    private boolean accept(String token) {
        boolean matches = position < tokens.size() && tokens.get(position).equals(token);
        position += matches ? 1 : 0;
        return matches;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw unsupported();
        }
    }
}
