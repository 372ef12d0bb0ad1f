package app.keyturn;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.start.NetworkModel;
import app.keyturn.pages.start.NewerVersionModel;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Tasks;
import java.time.Clock;

/**
 * What the first page hears from outside before anybody signs in: whether Microsoft can be reached, and whether there is a
 * newer version. In practice nobody is asked.
 */
record StartupChecks(NetworkModel network, NewerVersionModel newer) {
    static StartupChecks of(Environment environment, boolean practising, EntraServices services, Tasks tasks,
            RenewalState renewalState,
            Desktop desktop, Frame frame, Messages messages, Clock clock) {
        return new StartupChecks(
                new NetworkModel(environment.network()
                        .filter(_ -> !practising)
                        .map(eye -> eye.create(services.http(), services.app()::cloud, clock)), tasks,
                        renewalState.proxy(),
                        messages),
                new NewerVersionModel(
                        environment.news().filter(_ -> !practising).map(news -> news.create(services.http())),
                        services::asksForNewer, tasks, desktop, frame, messages));
    }

    /** Settings have been saved. */
    void settingsChanged() {
        network.settingsChanged();
        newer.settingsChanged();
    }
}
