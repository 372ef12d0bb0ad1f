package app.keyturn.faults;

import app.keyturn.faults.Fault.Place;

/** How often a fault strikes which operation. */
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

    /** All is well. */
    static FaultSchedule none() {
        return new FaultSchedule(Operation.SIGN_IN, Fault.NO_NAME, 0);
    }

    Operation operation() {
        return operation;
    }

    Fault fault() {
        return fault;
    }

    /** True if the fault strikes here and now; counts it. */
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
    synchronized boolean isOn() {
        return left > 0;
    }

    /** A new sign-in puts an end to what such a sign-in can mend. */
    synchronized void signedInAnew() {
        if (struck && fault.endsWithASignIn()) {
            left = 0;
        }
    }

    /** The program is about to do this. */
    synchronized void expects(Operation next) {
        if (next == operation && left > 0) {
            missed |= due;
            due = true;
        }
    }

    /** True if the program gave up before the fault could strike, which no fault but a slow machine does. */
    synchronized boolean missed() {
        return !struck || missed || (due && left > 0);
    }

    /** True if it ever struck. */
    synchronized boolean hasStruck() {
        return struck;
    }

    /** It is over. */
    synchronized void lift() {
        missed |= due && left > 0;
        left = 0;
    }
}
