package app.keyturn.testkit;

/**
 * What random tests begin with. It is printed each time, and {@code -Dkeyturn.seed=...} repeats one.
 */
public final class Seed {
    private Seed() {}

    /** The seed of a test; the same for all of its cases. */
    public static long of(Class<?> test) {
        long seed = Long.getLong("keyturn.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + ": -Dkeyturn.seed=" + seed);
        return seed;
    }
}
