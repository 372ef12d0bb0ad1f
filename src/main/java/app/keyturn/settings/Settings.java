package app.keyturn.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * The values of all settings, always valid. {@link ParsedSettings} creates them from text.
 *
 * @param clientId the client ID of the organisation's own app; empty for Microsoft's
 * @param organisation domain or tenant ID to sign in to; empty for the account's own
 * @param cloud the cloud the organisation is in
 * @param proxy how to connect to Microsoft
 * @param language one of {@link Languages#SUPPORTED}; empty for the system's
 * @param textSize one of {@link TextSize#ALL}, in percent
 * @param newerVersion whether to look for a newer version
 */
public record Settings(Optional<String> clientId, Optional<String> organisation, Cloud cloud, Proxy proxy,
        Optional<Locale> language, Appearance appearance, int textSize, NewerVersion newerVersion) {
    /** The values if nothing is set. */
    public static final Settings DEFAULTS = new Settings(Optional.empty(), Optional.empty(), Cloud.GLOBAL, Proxy.SYSTEM,
            Optional.empty(), Appearance.SYSTEM, TextSize.DEFAULT, NewerVersion.ASK);

    /**
     * Microsoft's clouds. Their addresses are constants of the program. Microsoft Learn, "Microsoft Graph national
     * cloud deployments"; organisations in GCC use the global one.
     */
    public enum Cloud {
        /** All organisations except those below. */
        GLOBAL,
        /** US Government, GCC High. */
        US_GOV_GCC_HIGH,
        /** US Government, Department of Defense. */
        US_GOV_DOD,
        /** China, operated by 21Vianet. */
        CHINA
    }

    /** How to connect to Microsoft. The address of a proxy comes from the system only. */
    public enum Proxy {
        /** As set in the system. */
        SYSTEM,
        /** Directly, even if the system has a proxy. */
        NONE
    }

    /** The colours of the window. */
    public enum Appearance {
        /** As set in the system. */
        SYSTEM,
        /** Dark on light. */
        LIGHT,
        /** Light on dark. */
        DARK
    }

    /** Whether to look for a newer version. */
    public enum NewerVersion {
        /** At each start. */
        ASK,
        /** Never. */
        OFF
    }

    /**
     * Validates the values.
     *
     * @throws IllegalArgumentException if one is invalid
     */
    public Settings {
        requireValid(Setting.CLIENT_ID, clientId.orElse(""));
        requireValid(Setting.ORGANISATION, organisation.orElse(""));
        requireValid(Setting.TEXT_SIZE, String.valueOf(textSize));
        requireValid(Setting.LANGUAGE, language.map(Locale::toLanguageTag).orElse(""));
    }

    /** A value as written in the file; empty for the default. */
    public String text(Setting setting) {
        String text = switch (setting) {
            case CLIENT_ID -> clientId.orElse("");
            case ORGANISATION -> organisation.orElse("");
            case CLOUD -> Setting.text(cloud);
            case PROXY -> Setting.text(proxy);
            case LANGUAGE -> language.map(Locale::toLanguageTag).orElse("");
            case APPEARANCE -> Setting.text(appearance);
            case TEXT_SIZE -> String.valueOf(textSize);
            case NEWER_VERSION -> Setting.text(newerVersion);
        };
        return !setting.choices().isEmpty() && setting.choices().getFirst().equals(text) ? "" : text;
    }

    /**
     * A copy with one value changed.
     *
     * @param text as written in the file, in lower or upper case; empty for the default
     * @throws IllegalArgumentException if it is invalid
     */
    public Settings with(Setting setting, String text) {
        requireValid(setting, text);
        Optional<String> value = Optional.of(text.toLowerCase(Locale.ROOT)).filter(it -> !it.isEmpty());
        return switch (setting) {
            case CLIENT_ID -> new Settings(value, organisation, cloud, proxy, language, appearance, textSize,
                    newerVersion);
            case ORGANISATION -> new Settings(clientId, value, cloud, proxy, language, appearance, textSize,
                    newerVersion);
            case CLOUD -> new Settings(clientId, organisation,
                    value.map(it -> constant(Cloud.class, it)).orElse(Cloud.GLOBAL), proxy, language, appearance,
                    textSize, newerVersion);
            case PROXY -> new Settings(clientId, organisation, cloud,
                    value.map(it -> constant(Proxy.class, it)).orElse(Proxy.SYSTEM), language, appearance, textSize,
                    newerVersion);
            case LANGUAGE -> new Settings(clientId, organisation, cloud, proxy,
                    value.filter(it -> !it.equals(Languages.SYSTEM)).map(Locale::forLanguageTag), appearance, textSize,
                    newerVersion);
            case APPEARANCE -> new Settings(clientId, organisation, cloud, proxy, language,
                    value.map(it -> constant(Appearance.class, it)).orElse(Appearance.SYSTEM), textSize, newerVersion);
            case TEXT_SIZE -> new Settings(clientId, organisation, cloud, proxy, language, appearance,
                    value.map(Integer::valueOf).orElse(TextSize.DEFAULT), newerVersion);
            case NEWER_VERSION -> new Settings(clientId, organisation, cloud, proxy, language, appearance, textSize,
                    value.map(it -> constant(NewerVersion.class, it)).orElse(NewerVersion.ASK));
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static void requireValid(Setting setting, String text) {
        setting.reasonInvalid(text).ifPresent(reason -> {
            throw new IllegalArgumentException(setting + ": " + reason);
        });
    }
}
