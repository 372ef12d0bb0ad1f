package app.keyturn.settings;

import app.keyturn.settings.SettingsIssue.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One thing that may be set. There is none for an address and none for a secret. */
public enum Setting {
    /** The client ID of an app of the organisation's own. */
    CLIENT_ID("client-id"),
    /** The organisation that is usually signed in to. */
    ORGANISATION("organisation"),
    /** Which of Microsoft's clouds the organisation is in. */
    CLOUD("cloud"),
    /** Whether to go through the system's proxy. */
    PROXY("proxy"),
    /** The language of the words. */
    LANGUAGE("language"),
    /** Light or dark. */
    APPEARANCE("appearance"),
    /** How large the text is, in percent. */
    TEXT_SIZE("text-size"),
    /** Whether it is asked for a newer version of the program, by a program that can ask. */
    NEWER_VERSION("newer-version");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}",
            Pattern.CASE_INSENSITIVE);
    /** Names of hosts, as in RFC 1123; the last part begins with a letter, so that it is no number of a computer. */
    private static final Pattern DOMAIN = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_DOMAIN = 253;

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    /** Its name in the file. */
    public String key() {
        return key;
    }

    /** The values there are, the usual one first; empty if it may be any text of the right shape. */
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

    /** Why a text may not stand here; empty if it may. An empty text always may: it means the usual. */
    Optional<Reason> whyNot(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (this) {
            case CLIENT_ID -> unless(isId(text), Reason.NOT_A_CLIENT_ID);
            case ORGANISATION -> text.contains("@")
                    ? Optional.of(Reason.AN_EMAIL_ADDRESS)
                    : unless(isId(text) || isDomain(text), Reason.NOT_AN_ORGANISATION);
            case CLOUD -> unless(isChoice(text), Reason.NOT_A_CLOUD);
            case PROXY -> unless(isChoice(text), Reason.NOT_A_PROXY_CHOICE);
            case LANGUAGE -> unless(isChoice(text), Reason.NOT_A_LANGUAGE);
            case APPEARANCE -> unless(isChoice(text), Reason.NOT_AN_APPEARANCE);
            case TEXT_SIZE -> unless(isChoice(text), Reason.NOT_A_TEXT_SIZE);
            case NEWER_VERSION -> unless(isChoice(text), Reason.NEITHER_ASK_NOR_OFF);
        };
    }

    /** A constant as it stands in the file. */
    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> texts(Enum<?>[] values) {
        return Stream.of(values).map(Setting::text).toList();
    }

    private static Optional<Reason> unless(boolean good, Reason reason) {
        return good ? Optional.empty() : Optional.of(reason);
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static boolean isDomain(String text) {
        return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
    }

    private boolean isChoice(String text) {
        return choices().stream().anyMatch(text::equalsIgnoreCase);
    }
}
