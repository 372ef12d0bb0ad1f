package app.keyturn.testkit;

import app.keyturn.pages.done.SyncModel;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SyncWatch;
import app.keyturn.renewal.Timer;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Tasks;
import java.lang.reflect.Proxy;
import java.time.Clock;

/** A first sync that nobody at Microsoft is asked about. */
public final class UnwatchedSync {
    private UnwatchedSync() {}

    /** Makes it; whoever asks Microsoft all the same fails the test. */
    public static SyncModel of(RenewalState renewalState, Frame frame, Tasks tasks, Clock clock) {
        Provisioning nobody = (Provisioning) Proxy.newProxyInstance(UnwatchedSync.class.getClassLoader(),
                new Class<?>[]{Provisioning.class}, (_, method, _) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        Timer timer = Timer.on(clock);
        return new SyncModel(new Renewal(nobody, Limits.STANDARD, timer),
                new SyncWatch(nobody, Limits.STANDARD, timer), renewalState, frame, tasks, clock);
    }
}
