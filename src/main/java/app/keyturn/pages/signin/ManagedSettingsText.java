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

/**
 * Says what the next sign-in goes by that is not as usual, and who has set it.
 *
 * @param messages the words
 */
record ManagedSettingsText(Messages messages) {
    /** The most telling first. */
    private static final List<Setting> ORDER = List.of(Setting.ORGANISATION, Setting.CLOUD, Setting.CLIENT_ID,
            Setting.PROXY, Setting.LANGUAGE, Setting.APPEARANCE, Setting.TEXT_SIZE, Setting.NEWER_VERSION);
    /** Nothing of the sign-in: whoever has set them for themselves need not be told of them here. */
    private static final Set<Setting> OF_THE_WINDOW = EnumSet.of(Setting.LANGUAGE, Setting.APPEARANCE,
            Setting.TEXT_SIZE, Setting.NEWER_VERSION);
    /** Of which the usual, too, may be an IT department's word against the person's. */
    private static final Set<Setting> MAY_OVERRULE = EnumSet.of(Setting.CLOUD, Setting.PROXY);

    /**
     * A line for what the IT department has set, and one for what the person has; empty if all is as usual.
     *
     * @param tenant the organisation that will be signed in to: if the person has named another one, the one that is set
     *            is not gone by
     */
    String of(SignInDefaults.Followed followed, String tenant) {
        return Stream
                .of(line("signin.set.by-department", followed, tenant, followed.byDepartment()::contains),
                        line("signin.set.own", followed, tenant,
                                it -> !followed.byDepartment().contains(it) && !OF_THE_WINDOW.contains(it)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String line(String key, SignInDefaults.Followed followed, String tenant, Predicate<Setting> whose) {
        String list = ORDER.stream()
                .filter(whose)
                .filter(setting -> !followed.settings().text(setting).isEmpty()
                        || (MAY_OVERRULE.contains(setting) && followed.byDepartment().contains(setting)))
                .filter(setting -> setting != Setting.ORGANISATION
                        || followed.settings().text(setting).equalsIgnoreCase(tenant.strip()))
                .map(setting -> words(setting, followed.settings().text(setting)))
                .collect(Collectors.joining("; "));
        return list.isEmpty() ? "" : messages.text(key, list);
    }

    private String words(Setting setting, String value) {
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
