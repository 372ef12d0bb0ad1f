package app.keyturn;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.pages.settings.LicenceRow;
import app.keyturn.pages.settings.Licences;
import app.keyturn.pages.settings.LogRow;
import app.keyturn.pages.settings.SettingsModel;
import app.keyturn.pages.settings.SettingsPage;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.wizard.LazyPage;
import app.keyturn.wizard.Page;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where settings are looked at and changed.
 *
 * @param model what is set
 * @param page the page
 */
record SettingsPages(SettingsModel model, Page page) {
    /**
     * Makes it.
     *
     * @param environment has the settings and the log
     * @param practising true in the practice world, where most settings do not count
     * @param messages the words
     * @param desktop opens the log's folder and the licences
     * @param saved is told of settings that count from then on
     */
    static SettingsPages of(Environment environment, boolean practising, Messages messages, Desktop desktop,
            Consumer<Settings> saved) {
        Set<Setting> offered = EnumSet.allOf(Setting.class);
        if (environment.news().isEmpty()) {
            offered.remove(Setting.NEWER_VERSION);
        }
        SettingsModel model = new SettingsModel(environment.settings(), offered, messages, saved);
        ActivityLog log = environment.log();
        return new SettingsPages(model, new LazyPage("settings", model,
                () -> new SettingsPage(model, messages, practising,
                        new LogRow(log.folder(), log::works, desktop, messages),
                        new LicenceRow(Licences.temporary(), desktop, messages))));
    }
}
