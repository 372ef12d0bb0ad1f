package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the settings for the next sign-in that differ from the defaults, and who has set them. */
record ManagedSettingsText(Messages messages) {
    /** The most important first. */
    private static final List<Setting> ORDER = List.of(Setting.ORGANISATION, Setting.CLOUD, Setting.CLIENT_ID,
            Setting.PROXY, Setting.LANGUAGE, Setting.APPEARANCE, Setting.TEXT_SIZE, Setting.NEWER_VERSION);
    /** Settings that do not affect the sign-in; users need no reminder of those they chose themselves. */
    private static final Set<Setting> OF_THE_WINDOW = EnumSet.of(Setting.LANGUAGE, Setting.APPEARANCE,
            Setting.TEXT_SIZE, Setting.NEWER_VERSION);
    /** Settings for which even the default may be an IT department's choice over the user's. */
    private static final Set<Setting> MAY_OVERRULE = EnumSet.of(Setting.CLOUD, Setting.PROXY);

    /**
     * One line for what the IT department has set, and one for what the user has; empty if everything is default.
     *
     * @param tenant the organisation to sign in to: if the user has entered another one, the setting has no effect
     */
    String of(SignInDefaults.Applied applied, String tenant) {
        return Stream
                .of(line("signin.set.by-department", applied, tenant, applied.managed()::contains),
                        line("signin.set.own", applied, tenant,
                                it -> !applied.managed().contains(it) && !OF_THE_WINDOW.contains(it)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String line(String key, SignInDefaults.Applied applied, String tenant, Predicate<Setting> included) {
        String names = ORDER.stream()
                .filter(included)
                .filter(setting -> !applied.settings().text(setting).isEmpty()
                        || (MAY_OVERRULE.contains(setting) && applied.managed().contains(setting)))
                .filter(setting -> setting != Setting.ORGANISATION
                        || applied.settings().text(setting).equalsIgnoreCase(tenant.strip()))
                .map(setting -> describe(setting, applied.settings().text(setting)))
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? "" : messages.text(key, names);
    }

    private String describe(Setting setting, String value) {
        return switch (setting) {
            case CLIENT_ID, ORGANISATION -> messages.text("signin.set." + setting.key(), value);
            case CLOUD -> messages.text("signin.set.cloud",
                    messages.text("settings.cloud." + (value.isEmpty() ? setting.choices().getFirst() : value)));
            case PROXY -> messages.text(value.isEmpty() ? "signin.set.proxy.system" : "signin.set.proxy");
            case LANGUAGE -> messages.text("signin.set.language",
                    Locale.forLanguageTag(value).getDisplayLanguage(messages.locale()));
            case APPEARANCE -> messages.text("signin.set.appearance", messages.text("settings.appearance." + value));
            case TEXT_SIZE -> messages.text("signin.set.text-size", messages.percent(Integer.parseInt(value)));
            case NEWER_VERSION -> messages.text("signin.set.newer-version");
        };
    }
}
