package app.keyturn.testkit;

import app.keyturn.pages.done.SyncModel;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SyncWatch;
import app.keyturn.renewal.Timer;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Tasks;
import java.time.Clock;

/** A first sync that is never looked at: any call to Microsoft fails the test. */
public final class UnwatchedSync {
    private UnwatchedSync() {}

    public static SyncModel of(RenewalState renewalState, Frame frame, Tasks tasks, Clock clock) {
        FakeProvisioning microsoft = FakeProvisioning.of(Portal.SCHOOL).allowOnly();
        Timer timer = Timer.on(clock);
        return new SyncModel(new Renewal(microsoft, Limits.STANDARD, timer),
                new SyncWatch(microsoft, Limits.STANDARD, timer), renewalState, frame, tasks, clock);
    }
}
