package app.keyturn;

import app.keyturn.pages.start.NetworkModel;
import app.keyturn.pages.start.NewerVersionModel;

/**
 * The checks of the first page before the sign-in: whether Microsoft can be reached, and whether there is a newer
 * version of Keyturn. In practice mode neither request is sent.
 */
record StartupChecks(NetworkModel network, NewerVersionModel newerVersion) {
    static StartupChecks create(SessionContext session) {
        Environment environment = session.environment();
        EntraServices services = session.services();
        return new StartupChecks(
                new NetworkModel(environment.connectivityCheck()
                        .filter(_ -> !session.practising())
                        .map(checks -> checks.create(services.http(), services.client()::cloud, session.clock())),
                        session.tasks(), session.renewalState().proxy(), session.messages()),
                new NewerVersionModel(environment.updateCheck()
                        .filter(_ -> !session.practising())
                        .map(check -> check.create(services.http())),
                        services::checksForNewerVersion, session.tasks(), session.desktop(),
                        session.wizard().frameFor("start"), session.messages()));
    }

    void settingsChanged() {
        network.settingsChanged();
        newerVersion.settingsChanged();
    }
}
