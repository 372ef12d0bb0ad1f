package app.keyturn.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * What is set. Values are always good ones; {@link ParsedSettings} makes them of texts.
 *
 * @param clientId the client ID of the organisation's own app; empty for Microsoft's
 * @param organisation a domain or tenant ID to sign in to; empty for the account's own
 * @param cloud which of Microsoft's clouds the organisation is in
 * @param proxy which way to take
 * @param language one of {@link Languages#SUPPORTED}; empty for the system's
 * @param appearance how the window looks
 * @param textSize one of {@link TextSize#ALL}, in percent
 * @param newerVersion whether it is asked for a newer version
 */
public record Settings(Optional<String> clientId, Optional<String> organisation, Cloud cloud, Proxy proxy,
        Optional<Locale> language, Appearance appearance, int textSize, NewerVersion newerVersion) {
    /** What is in force while nothing is set. */
    public static final Settings DEFAULTS = new Settings(Optional.empty(), Optional.empty(), Cloud.GLOBAL, Proxy.SYSTEM,
            Optional.empty(), Appearance.SYSTEM, TextSize.DEFAULT, NewerVersion.ASK);

    /**
     * Microsoft's clouds. Their addresses are the program's own. Microsoft Learn, "Microsoft Graph national cloud
     * deployments"; organisations in GCC are in the global one.
     */
    public enum Cloud {
        /** Everybody but those below. */
        GLOBAL,
        /** US Government, GCC High. */
        US_GOV_GCC_HIGH,
        /** US Government, Department of Defense. */
        US_GOV_DOD,
        /** China, operated by 21Vianet. */
        CHINA
    }

    /** Which way to take to Microsoft. A proxy's address is the system's to know. */
    public enum Proxy {
        /** As the system is set. */
        SYSTEM,
        /** Directly, whatever proxy the system is set to. */
        NONE
    }

    /** How the window looks. */
    public enum Appearance {
        /** As the system does. */
        SYSTEM,
        /** Dark on light. */
        LIGHT,
        /** Light on dark. */
        DARK
    }

    /** Whether it is asked for a newer version of the program. */
    public enum NewerVersion {
        /** Once at each start. */
        ASK,
        /** Never. */
        OFF
    }

    /**
     * Checks that the values may be set.
     *
     * @throws IllegalArgumentException if one may not
     */
    public Settings {
        refuse(Setting.CLIENT_ID, clientId.orElse(""));
        refuse(Setting.ORGANISATION, organisation.orElse(""));
        refuse(Setting.TEXT_SIZE, String.valueOf(textSize));
        refuse(Setting.LANGUAGE, language.map(Locale::toLanguageTag).orElse(""));
    }

    /** A value as it stands in the file; empty for the usual. */
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
     * The same with one other value.
     *
     * @param text as it stands in the file, in small letters or capitals; empty for the usual
     * @throws IllegalArgumentException if it may not be set
     */
    public Settings with(Setting setting, String text) {
        refuse(setting, text);
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

    private static void refuse(Setting setting, String text) {
        setting.whyNot(text).ifPresent(reason -> {
            throw new IllegalArgumentException(setting + ": " + reason);
        });
    }
}
