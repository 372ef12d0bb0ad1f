package app.keyturn.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Random;

/** Random error bodies: every known envelope, and arbitrary other content. */
public final class RandomBodies {
    private static final int DEEPEST = 10_000;
    private static final int LONGEST = 300_000;
    private static final List<String> CODES = List.of("UnknownError", "", "BadRequest", "InvalidAuthenticationToken",
            "SystemForCrossDomainIdentityManagementCredentialValidationFailure", "CredentialValidationUnavailable",
            "SystemForCrossDomainIdentityManagementServiceIncompatible", "Authorization_RequestDenied",
            "InvalidNotificationSettings", "a code with blanks", "line\nbreak", "\u0000", "x".repeat(500));
    private static final List<String> NAMES = List.of("error", "innerError", "innererror", "details", "message",
            "target",
            "date", "value", "key", "responses", "id", "status", "body", "headers", "odata.error", "");

    private final Random random;
    private final RandomSecrets secrets;

    public RandomBodies(Random random, RandomSecrets secrets) {
        this.random = random;
        this.secrets = secrets;
    }

    public String next() {
        String body = switch (random.nextInt(14)) {
            case 0, 1 -> envelope(error(0));
            case 2, 3 -> envelope(withMessage(envelope(error(0))));
            case 4 -> envelope(withMessage(error(0).toString()));
            case 5 -> error(0).toString();
            case 6 -> oauth();
            case 7 -> "{\"value\":[" + tree(3) + "," + tree(3) + "]}";
            case 8 ->
                "{\"responses\":[{\"id\":\"1\",\"status\":" + random.nextInt(700) + ",\"body\":" + tree(2) + "}]}";
            case 9 -> tree(4).toString();
            case 10 -> rare();
            case 11 -> "<!DOCTYPE html><html><p>" + secrets.embedded() + "</p></html>";
            case 12 -> secrets.embedded();
            default -> " ".repeat(random.nextInt(3));
        };
        return random.nextInt(4) == 0 ? body.substring(0, random.nextInt(body.length() + 1)) : body;
    }

    /** Bodies that are slow to build, so only sometimes. */
    private String rare() {
        return switch (random.nextInt(40)) {
            case 0 -> "[".repeat(DEEPEST) + "]".repeat(DEEPEST);
            case 1 -> "{\"error\":".repeat(DEEPEST) + "1" + "}".repeat(DEEPEST);
            case 2 ->
                "{\"error\":" + "{\"code\":\"x\",\"innerError\":".repeat(DEEPEST) + "{}" + "}".repeat(DEEPEST + 1);
            case 3 -> envelope(withMessage(secrets.embedded().repeat(LONGEST / 100)));
            case 4 -> "9".repeat(LONGEST);
            default -> binary();
        };
    }

    private String binary() {
        StringBuilder bytes = new StringBuilder();
        for (int left = random.nextInt(200); left > 0; left--) {
            bytes.append((char) random.nextInt(0x10000));
        }
        return bytes + secrets.embedded();
    }

    private static String envelope(JsonElement error) {
        JsonObject envelope = new JsonObject();
        envelope.add("error", error);
        return envelope.toString();
    }

    private JsonObject error(int depth) {
        JsonObject error = new JsonObject();
        error.add("code", code());
        error.addProperty("message", random.nextBoolean() ? secrets.embedded() : "");
        if (random.nextBoolean()) {
            error.addProperty("target", secrets.embedded());
        }
        if (random.nextBoolean()) {
            error.add("details", tree(2));
        }
        if (depth < 8 && random.nextInt(3) > 0) {
            error.add(random.nextBoolean() ? "innerError" : "innererror", error(depth + 1));
        }
        return error;
    }

    private JsonObject withMessage(String text) {
        JsonObject error = error(0);
        error.addProperty("message", (random.nextBoolean() ? "\r\n " : "") + text);
        return error;
    }

    private String oauth() {
        JsonObject error = new JsonObject();
        error.addProperty("error", random.nextBoolean() ? "invalid_grant" : "server_error");
        error.addProperty("error_description", secrets.embedded());
        error.addProperty("error_uri", secrets.embedded());
        return error.toString();
    }

    private JsonElement code() {
        return switch (random.nextInt(6)) {
            case 0 -> tree(1);
            case 1 -> new JsonPrimitive(secrets.bare());
            default -> new JsonPrimitive(CODES.get(random.nextInt(CODES.size())));
        };
    }

    /** Any JSON, with secrets in it. */
    private JsonElement tree(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(random.nextLong());
            case 2 -> new JsonPrimitive(random.nextBoolean());
            case 3 -> new JsonPrimitive(CODES.get(random.nextInt(CODES.size())));
            case 4 -> {
                JsonArray array = new JsonArray();
                for (int left = random.nextInt(4); left > 0; left--) {
                    array.add(tree(depth - 1));
                }
                yield array;
            }
            default -> {
                JsonObject object = new JsonObject();
                for (int left = random.nextInt(5); left > 0; left--) {
                    object.add(NAMES.get(random.nextInt(NAMES.size())), tree(depth - 1));
                }
                object.addProperty("text", secrets.embedded());
                yield object;
            }
        };
    }
}
