package app.keyturn.entra.http;

import java.util.Locale;
import java.util.Objects;
import okhttp3.Response;

/** What an answer says that it is. */
public final class ContentType {
    private ContentType() {}

    /** True if it says that it is JSON, of whatever kind. */
    public static boolean isJson(Response response) {
        return isJson(Objects.requireNonNullElse(response.header("Content-Type"), ""));
    }

    /** The same of the header's value. */
    public static boolean isJson(String type) {
        return type.toLowerCase(Locale.ROOT).contains("json");
    }
}
