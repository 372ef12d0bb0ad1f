package app.keyturn.faults;

/** How often a fault strikes its operation. */
enum Frequency {
    ONCE("once"), TWICE("twice"),
    /** Every time until a minute after the first time. */
    FOR_A_MINUTE("60 s"),
    /** Every time until the user has seen the problem. */
    LASTING("lasting");

    private final String label;

    Frequency(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** True if it goes away by itself. */
    boolean passes() {
        return this != LASTING;
    }
}
