package app.keyturn.testkit;

/**
 * The seed of random tests. It is printed each time; {@code -Dkeyturn.seed=...} repeats a run.
 */
public final class Seed {
    private Seed() {}

    /** The seed for all cases of a test. */
    public static long of(Class<?> test) {
        long seed = Long.getLong("keyturn.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + ": -Dkeyturn.seed=" + seed);
        return seed;
    }
}
