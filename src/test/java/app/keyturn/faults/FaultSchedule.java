package app.keyturn.faults;

import app.keyturn.faults.Fault.Place;

/** Which fault strikes which operation, and how often. */
final class FaultSchedule {
    private final Operation operation;
    private final Fault fault;
    private int left;
    private boolean struck;
    private boolean due;
    private boolean missed;

    private FaultSchedule(Operation operation, Fault fault, int left) {
        this.operation = operation;
        this.fault = fault;
        this.left = left;
    }

    static FaultSchedule of(Operation operation, Fault fault, boolean lasting) {
        return new FaultSchedule(operation, fault, lasting ? Integer.MAX_VALUE : 1);
    }

    /** No fault at all. */
    static FaultSchedule none() {
        return new FaultSchedule(Operation.SIGN_IN, Fault.NO_NAME, 0);
    }

    Operation operation() {
        return operation;
    }

    Fault fault() {
        return fault;
    }

    /** True if the fault strikes now; counts it. */
    synchronized boolean strikes(Operation now, Place place) {
        if (now != operation || place != fault.place() || left == 0) {
            return false;
        }
        left--;
        struck = true;
        due = false;
        return true;
    }

    /** True while it may still strike. */
    synchronized boolean isActive() {
        return left > 0;
    }

    /** A new sign-in ends a fault that it can repair. */
    synchronized void signedIn() {
        if (struck && fault.needsNewSignIn()) {
            left = 0;
        }
    }

    /** Called before the program starts an operation. */
    synchronized void aboutToStart(Operation next) {
        if (next == operation && left > 0) {
            missed |= due;
            due = true;
        }
    }

    /** True if the program gave up before the fault could strike; only a slow machine causes that. */
    synchronized boolean missed() {
        return !struck || missed || (due && left > 0);
    }

    /** True if the fault has struck at all. */
    synchronized boolean hasStruck() {
        return struck;
    }

    /** Ends the fault. */
    synchronized void end() {
        missed |= due && left > 0;
        left = 0;
    }
}
