package app.keyturn.settings;

import app.keyturn.settings.SettingsIssue.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A setting. There is none for an address and none for a secret. */
public enum Setting {
    /** The client ID of the organisation's own app. */
    CLIENT_ID("client-id"),
    /** The organisation to sign in to by default. */
    ORGANISATION("organisation"),
    /** Which of Microsoft's clouds the organisation is in. */
    CLOUD("cloud"),
    /** Whether to use the system's proxy. */
    PROXY("proxy"),
    /** The language of the window. */
    LANGUAGE("language"),
    /** Light or dark. */
    APPEARANCE("appearance"),
    /** The text size, in percent. */
    TEXT_SIZE("text-size"),
    /** Whether to look for a newer version, in a build that can do so. */
    NEWER_VERSION("newer-version");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}",
            Pattern.CASE_INSENSITIVE);
    /** Host names as in RFC 1123; the last part begins with a letter, which excludes IP addresses. */
    private static final Pattern DOMAIN = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])", Pattern.CASE_INSENSITIVE);
    private static final int MAX_DOMAIN_LENGTH = 253;

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    /** The key in the file. */
    public String key() {
        return key;
    }

    /** The possible values, the default first; empty if any text of the right form is possible. */
    public List<String> choices() {
        return switch (this) {
            case CLIENT_ID, ORGANISATION -> List.of();
            case CLOUD -> texts(Settings.Cloud.values());
            case PROXY -> texts(Settings.Proxy.values());
            case LANGUAGE -> Stream.concat(Stream.of(Languages.SYSTEM), Languages.SUPPORTED.stream()
                    .map(Locale::toLanguageTag)).toList();
            case APPEARANCE -> texts(Settings.Appearance.values());
            case TEXT_SIZE -> TextSize.ALL.stream().map(String::valueOf).toList();
            case NEWER_VERSION -> texts(Settings.NewerVersion.values());
        };
    }

    /** Why a value is invalid; empty if it is valid. An empty text is always valid: it means the default. */
    Optional<Reason> reasonInvalid(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (this) {
            case CLIENT_ID -> reasonUnless(isId(text), Reason.NOT_A_CLIENT_ID);
            case ORGANISATION -> text.contains("@")
                    ? Optional.of(Reason.AN_EMAIL_ADDRESS)
                    : reasonUnless(isId(text) || isDomain(text), Reason.NOT_AN_ORGANISATION);
            case CLOUD -> reasonUnless(isChoice(text), Reason.NOT_A_CLOUD);
            case PROXY -> reasonUnless(isChoice(text), Reason.NOT_A_PROXY_CHOICE);
            case LANGUAGE -> reasonUnless(isChoice(text), Reason.NOT_A_LANGUAGE);
            case APPEARANCE -> reasonUnless(isChoice(text), Reason.NOT_AN_APPEARANCE);
            case TEXT_SIZE -> reasonUnless(isChoice(text), Reason.NOT_A_TEXT_SIZE);
            case NEWER_VERSION -> reasonUnless(isChoice(text), Reason.NEITHER_ASK_NOR_OFF);
        };
    }

    /** A constant as written in the file. */
    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> texts(Enum<?>[] values) {
        return Stream.of(values).map(Setting::text).toList();
    }

    private static Optional<Reason> reasonUnless(boolean valid, Reason reason) {
        return valid ? Optional.empty() : Optional.of(reason);
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static boolean isDomain(String text) {
        return text.length() <= MAX_DOMAIN_LENGTH && DOMAIN.matcher(text).matches();
    }

    /** Only ASCII: {@code equalsIgnoreCase} takes "ſ" for an "s", but lower case leaves it as it is. */
    private boolean isChoice(String text) {
        return text.chars().allMatch(character -> character < 0x80)
                && choices().stream().anyMatch(text::equalsIgnoreCase);
    }
}
