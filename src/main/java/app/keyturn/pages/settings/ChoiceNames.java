package app.keyturn.pages.settings;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.wizard.LanguageChoice;
import java.util.Locale;

/**
 * What the values to choose from are called.
 *
 * @param messages the words
 */
record ChoiceNames(Messages messages) {
    /** A value in words. A language is called by its own name, so that who speaks it finds it. */
    String name(Setting setting, String choice) {
        Locale language = Locale.forLanguageTag(choice);
        if (setting == Setting.LANGUAGE && !choice.equals(setting.choices().getFirst())) {
            return LanguageChoice.name(language);
        }
        return setting == Setting.TEXT_SIZE
                ? messages.percent(Integer.parseInt(choice))
                : messages.text("settings." + setting.key() + "." + choice);
    }
}
