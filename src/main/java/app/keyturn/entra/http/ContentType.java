package app.keyturn.entra.http;

import java.util.Locale;
import java.util.Objects;
import okhttp3.Response;

/** The {@code Content-Type} of a response. */
public final class ContentType {
    private ContentType() {}

    /** True for any kind of JSON. */
    public static boolean isJson(Response response) {
        return isJson(Objects.requireNonNullElse(response.header("Content-Type"), ""));
    }

    /** The same for the header's value. */
    public static boolean isJson(String type) {
        return type.toLowerCase(Locale.ROOT).contains("json");
    }
}
