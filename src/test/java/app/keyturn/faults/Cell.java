package app.keyturn.faults;

import app.keyturn.practice.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * One fault at one operation.
 *
 * @param scenario what Microsoft's side is like
 * @param operation what it strikes
 * @param fault what happens
 * @param lasting true if it happens again and again, until the person has read of it; false if it happens once
 */
record Cell(Scenario scenario, Operation operation, Fault fault, boolean lasting) {
    /** Every fault at every operation of a renewal in which the old token has stopped the sync. */
    static List<Cell> all() {
        List<Cell> all = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            add(all, Scenario.EXPIRED_TOKEN, operation);
            if (operation == Operation.SAVE) {
                // Where the old token still works, a test that passes proves no save.
                add(all, Scenario.HEALTHY, operation);
            }
        }
        return all;
    }

    /** True if the token of before still works. */
    boolean oldTokenWorks() {
        return scenario == Scenario.HEALTHY;
    }

    /** Under which heading it stands. */
    String section() {
        return operation.words() + (oldTokenWorks() ? ", where the old token still works" : "");
    }

    String form() {
        return lasting ? "lasting" : "once";
    }

    @Override
    public String toString() {
        return section() + " / " + fault.words() + " / " + form();
    }

    private static void add(List<Cell> all, Scenario scenario, Operation operation) {
        for (Fault fault : Fault.values()) {
            all.add(new Cell(scenario, operation, fault, false));
            all.add(new Cell(scenario, operation, fault, true));
        }
    }
}
