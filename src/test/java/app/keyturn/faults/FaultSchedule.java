package app.keyturn.faults;

import app.keyturn.faults.Fault.Place;
import app.keyturn.renewal.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** Which fault strikes which operation, and how often. */
final class FaultSchedule {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Operation operation;
    private final Fault fault;
    private final Frequency frequency;
    private int left;
    private boolean struck;
    private Duration end = Duration.ZERO;
    private Supplier<Duration> uptime = () -> Duration.ZERO;
    private boolean due;
    private boolean missed;

    private FaultSchedule(Operation operation, Fault fault, Frequency frequency, int left) {
        this.frequency = frequency;
        this.operation = operation;
        this.fault = fault;
        this.left = left;
    }

    static FaultSchedule of(Operation operation, Fault fault, Frequency frequency) {
        return new FaultSchedule(operation, fault, frequency, switch (frequency) {
            case ONCE -> 1;
            case TWICE -> 2;
            case FOR_A_MINUTE, LASTING -> Integer.MAX_VALUE;
        });
    }

    /** No fault at all. */
    static FaultSchedule none() {
        return new FaultSchedule(Operation.SIGN_IN, Fault.NO_NAME, Frequency.ONCE, 0);
    }

    /** The timer by which a minute is measured. */
    synchronized void use(Timer timer) {
        uptime = timer::uptime;
    }

    Operation operation() {
        return operation;
    }

    Fault fault() {
        return fault;
    }

    /** True if the fault strikes now; counts it. */
    synchronized boolean strikes(Operation now, Place place) {
        if (now != operation || place != fault.place() || !isActive()) {
            return false;
        }
        left--;
        if (!struck) {
            end = uptime.get().plus(MINUTE);
        }
        struck = true;
        due = false;
        return true;
    }

    /** True while it may still strike. */
    synchronized boolean isActive() {
        boolean over = frequency == Frequency.FOR_A_MINUTE && struck && uptime.get().compareTo(end) >= 0;
        return left > 0 && !over;
    }

    /** A new sign-in ends a fault that it can repair. */
    synchronized void signedIn() {
        if (struck && fault.needsNewSignIn()) {
            left = 0;
        }
    }

    /** Called before the program starts an operation. */
    synchronized void aboutToStart(Operation next) {
        if (next == operation && isActive()) {
            missed |= due;
            due = true;
        }
    }

    /** True if the program gave up before the fault could strike; only a slow machine causes that. */
    synchronized boolean missed() {
        return !struck || missed || (due && isActive());
    }

    /** True if the fault has struck at all. */
    synchronized boolean hasStruck() {
        return struck;
    }

    /** Ends the fault. */
    synchronized void end() {
        missed |= due && isActive();
        left = 0;
    }
}
