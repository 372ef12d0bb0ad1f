package app.keyturn.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.server.HtmlPage;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form on an {@link HtmlPage}, read as a browser reads it. This is not a parser for other HTML.
 *
 * @param action the address that it is posted to, empty for the page itself
 * @param hidden the hidden fields
 * @param buttons that submit it
 */
public record HtmlForm(String action, Map<String, String> hidden, List<Button> buttons) {
    /**
     * A button.
     *
     * @param name of the field that it adds; may be empty
     * @param value of that field
     */
    record Button(String name, String value) {}

    private static final Pattern FORM = Pattern.compile("(<form[^>]*>)(.*?)</form>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(input|button)[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    /** Reads all forms of a page. */
    public static List<HtmlForm> parseAll(String page) {
        List<HtmlForm> forms = new ArrayList<>();
        for (Matcher form = FORM.matcher(page); form.find();) {
            Map<String, String> hidden = new LinkedHashMap<>();
            List<Button> buttons = new ArrayList<>();
            for (Matcher tag = TAG.matcher(form.group(2)); tag.find();) {
                Map<String, String> attributes = attributes(tag.group());
                String name = attributes.getOrDefault("name", "");
                String value = attributes.getOrDefault("value", "");
                if (tag.group(1).equals("button")) {
                    buttons.add(new Button(name, value));
                } else {
                    hidden.put(name, value);
                }
            }
            forms.add(new HtmlForm(attributes(form.group(1)).getOrDefault("action", ""), hidden, buttons));
        }
        return forms;
    }

    /** The value of the input field with this ID. */
    static Optional<String> valueOf(String id, String page) {
        return TAG.matcher(page)
                .results()
                .map(tag -> attributes(tag.group()))
                .filter(attributes -> id.equals(attributes.get("id")))
                .map(attributes -> attributes.getOrDefault("value", ""))
                .findFirst();
    }

    Optional<Button> button(String name, String value) {
        return buttons.stream().filter(new Button(name, value)::equals).findFirst();
    }

    URI target(URI page) {
        return action.isEmpty() ? page : page.resolve(action);
    }

    /** The body that a browser posts when this button is pressed. */
    String body(Button pressed) {
        Map<String, String> fields = new LinkedHashMap<>(hidden);
        if (!pressed.name().isEmpty()) {
            fields.put(pressed.name(), pressed.value());
        }
        return fields.entrySet()
                .stream()
                .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> attributes(String tag) {
        return ATTRIBUTE.matcher(tag)
                .results()
                .collect(Collectors.toMap(attribute -> attribute.group(1),
                        attribute -> unescape(attribute.group(2)), (first, second) -> first));
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
