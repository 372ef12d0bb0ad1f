package app.keyturn.faults;

import app.keyturn.practice.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * One fault at one operation.
 *
 * @param scenario of the practice world
 * @param operation the operation that is hit
 * @param fault what goes wrong
 * @param frequency how often
 */
record Cell(Scenario scenario, Operation operation, Fault fault, Frequency frequency) {
    /** Every fault at every operation of a renewal in which the old token has stopped the sync. */
    static List<Cell> all() {
        List<Cell> all = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            add(all, Scenario.EXPIRED_TOKEN, operation);
            if (operation == Operation.SAVE) {
                // Where the old token still works, a passing test does not prove a save.
                add(all, Scenario.HEALTHY, operation);
            }
        }
        return all;
    }

    /** True if the old token still works. */
    boolean oldTokenWorks() {
        return scenario == Scenario.HEALTHY;
    }

    /** Its heading in the report. */
    String section() {
        return operation.label() + (oldTokenWorks() ? ", where the old token still works" : "");
    }

    /** True if it strikes every time until the user has seen the problem. */
    boolean lasting() {
        return frequency == Frequency.LASTING;
    }

    @Override
    public String toString() {
        return section() + " / " + fault.label() + " / " + frequency.label();
    }

    private static void add(List<Cell> all, Scenario scenario, Operation operation) {
        for (Fault fault : Fault.values()) {
            for (Frequency frequency : Frequency.values()) {
                all.add(new Cell(scenario, operation, fault, frequency));
            }
        }
    }
}
