package app.keyturn.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * What is set. Values are always good ones; {@link SettingsReading} makes them of texts.
 *
 * @param clientId the client ID of the organisation's own app; empty for Microsoft's
 * @param organisation a domain or tenant ID to sign in to; empty for the account's own
 * @param appearance how the window looks
 */
public record Settings(Optional<String> clientId, Optional<String> organisation, Appearance appearance) {
    /** What is in force while nothing is set. */
    public static final Settings USUAL = new Settings(Optional.empty(), Optional.empty(), Appearance.SYSTEM);

    /** How the window looks. */
    public enum Appearance {
        /** As the system does. */
        SYSTEM,
        /** Dark on light. */
        LIGHT,
        /** Light on dark. */
        DARK
    }

    /**
     * Checks that the values may be set.
     *
     * @throws IllegalArgumentException if one may not
     */
    public Settings {
        refuse(Setting.CLIENT_ID, clientId.orElse(""));
        refuse(Setting.ORGANISATION, organisation.orElse(""));
    }

    /** A value as it stands in the file; empty for the usual. */
    public String text(Setting setting) {
        return switch (setting) {
            case CLIENT_ID -> clientId.orElse("");
            case ORGANISATION -> organisation.orElse("");
            case APPEARANCE -> appearance == Appearance.SYSTEM ? "" : appearance.name().toLowerCase(Locale.ROOT);
        };
    }

    /** The same with one other value, which must be a good one. */
    Settings with(Setting setting, String text) {
        Optional<String> value = Optional.of(text.toLowerCase(Locale.ROOT)).filter(it -> !it.isEmpty());
        return switch (setting) {
            case CLIENT_ID -> new Settings(value, organisation, appearance);
            case ORGANISATION -> new Settings(clientId, value, appearance);
            case APPEARANCE -> new Settings(clientId, organisation,
                    value.map(it -> Appearance.valueOf(it.toUpperCase(Locale.ROOT))).orElse(Appearance.SYSTEM));
        };
    }

    private static void refuse(Setting setting, String text) {
        setting.whyNot(text).ifPresent(reason -> {
            throw new IllegalArgumentException(setting + ": " + reason);
        });
    }
}
