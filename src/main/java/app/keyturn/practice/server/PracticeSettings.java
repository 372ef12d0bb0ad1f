package app.keyturn.practice.server;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a practice world behaves where the real service is not known for certain, or only slow.
 *
 * @param graph how Graph answers
 * @param cycles how soon sync runs
 * @param otherApps how many unrelated applications the tenant has; more than 100 make a second page
 * @param connectionPairs laid over the pairs that are stored at first; an empty value takes a pair away
 * @param language of the pages, asked for each
 * @param clock the only clock of this world, the {@code Date} header included
 */
public record PracticeSettings(Graph graph, Cycles cycles, int otherApps, Map<String, String> connectionPairs,
        Supplier<Locale> language, Clock clock) {
    /**
     * How Graph answers.
     *
     * @param saveMode what a PUT does to pairs that it does not name
     * @param envelope how a failed credential check is wrapped
     * @param visibleAfter how long reading still shows what stood before a PUT
     * @param takesBatches whether there is a {@code $batch}
     * @param busy which calls are answered 429, counted from 1, and how long each of them asks to wait; every request in
     *            a batch is a call, and the batch itself is none
     * @param slow which kind of request waits, and for how long
     */
    public record Graph(SaveMode saveMode, Envelope envelope, Duration visibleAfter, boolean takesBatches,
            Map<Integer, Duration> busy, InjectedLatency slow) {
        /** Keeps a copy. */
        public Graph {
            busy = Map.copyOf(busy);
        }
    }

    /**
     * How soon sync runs.
     *
     * @param delay from a PUT or a start to the beginning of the next sync cycle; never less than two clock seconds
     * @param length how long a sync cycle runs
     */
    public record Cycles(Duration delay, Duration length) {}

    /** What a PUT of the secrets does to the pairs that it does not name; Microsoft's documents allow both readings. */
    public enum SaveMode {
        /** They stay; a pair with an empty value is removed. Very likely the truth. */
        MERGE,
        /** They are gone. */
        REPLACE
    }

    /** How the answer to a failed credential check is built; Microsoft documents none. */
    public enum Envelope {
        /** Code and message stand in {@code error}. */
        PLAIN,
        /** {@code error.message} is a JSON text that holds the real error. Seen on PUT of the secrets. */
        JSON_IN_MESSAGE,
        /** The real error stands in {@code error.innerError}. */
        INNER_ERROR
    }

    private static final Graph USUAL = new Graph(SaveMode.MERGE, Envelope.JSON_IN_MESSAGE, Duration.ZERO, true,
            Map.of(), InjectedLatency.NONE);

    /** Keeps a copy of the pairs, in their order. */
    public PracticeSettings {
        connectionPairs = Collections.unmodifiableMap(new LinkedHashMap<>(connectionPairs));
    }

    /**
     * For a person who practises: sync takes some seconds, so that waiting can be seen.
     *
     * @param language of the pages, asked for each
     * @return settings with the system's clock
     */
    public static PracticeSettings forPeople(Supplier<Locale> language) {
        return new PracticeSettings(USUAL, new Cycles(Duration.ofSeconds(5), Duration.ofSeconds(3)), 12, Map.of(),
                language, Clock.system(ZoneId.systemDefault()));
    }

    /**
     * For tests: nothing is slower than it must be.
     *
     * @param clock usually one that the test sets
     * @return settings with pages in English
     */
    public static PracticeSettings forTests(Clock clock) {
        return new PracticeSettings(USUAL, new Cycles(Duration.ofSeconds(2), Duration.ofSeconds(1)), 3, Map.of(),
                () -> Locale.ENGLISH, clock);
    }

    /**
     * The same with another save mode.
     *
     * @param mode what a PUT does
     * @return a changed copy
     */
    public PracticeSettings with(SaveMode mode) {
        return with(
                new Graph(mode, graph.envelope, graph.visibleAfter, graph.takesBatches, graph.busy, graph.slow));
    }

    /**
     * The same with another envelope.
     *
     * @param form of a failed check's answer
     * @return a changed copy
     */
    public PracticeSettings with(Envelope form) {
        return with(
                new Graph(graph.saveMode, form, graph.visibleAfter, graph.takesBatches, graph.busy, graph.slow));
    }

    /**
     * The same with another delay between writing and reading.
     *
     * @param delay until a PUT can be seen
     * @return a changed copy
     */
    public PracticeSettings withVisibleAfter(Duration delay) {
        return with(new Graph(graph.saveMode, graph.envelope, delay, graph.takesBatches, graph.busy, graph.slow));
    }

    /**
     * The same without {@code $batch}, which Graph then does not find.
     *
     * @return a changed copy
     */
    public PracticeSettings withoutBatch() {
        return with(new Graph(graph.saveMode, graph.envelope, graph.visibleAfter, false, graph.busy, graph.slow));
    }

    /**
     * The same with one more call that Graph is too busy for.
     *
     * @param call which one, counted from 1; every request in a batch is one
     * @param wait what {@code Retry-After} says, in whole seconds
     * @return a changed copy
     */
    public PracticeSettings withBusy(int call, Duration wait) {
        Map<Integer, Duration> busy = new LinkedHashMap<>(graph.busy);
        busy.put(call, wait);
        return with(new Graph(graph.saveMode, graph.envelope, graph.visibleAfter, graph.takesBatches, busy,
                graph.slow));
    }

    /**
     * The same with one kind of request that takes long.
     *
     * @param what which kind
     * @param delay how long each of them waits
     * @return a changed copy
     */
    public PracticeSettings withSlow(InjectedLatency.Kind what, Duration delay) {
        return with(new Graph(graph.saveMode, graph.envelope, graph.visibleAfter, graph.takesBatches, graph.busy,
                new InjectedLatency(what, delay)));
    }

    private PracticeSettings with(Graph changed) {
        return new PracticeSettings(changed, cycles, otherApps, connectionPairs, language, clock);
    }

    /**
     * The same with another pace of sync cycles.
     *
     * @param delay until a cycle begins
     * @param length of a cycle
     * @return a changed copy
     */
    public PracticeSettings withCycles(Duration delay, Duration length) {
        return new PracticeSettings(graph, new Cycles(delay, length), otherApps, connectionPairs, language, clock);
    }

    /**
     * The same with another number of unrelated applications.
     *
     * @param number how many
     * @return a changed copy
     */
    public PracticeSettings withOtherApps(int number) {
        return new PracticeSettings(graph, cycles, number, connectionPairs, language, clock);
    }

    /**
     * The same with other pairs laid over those stored at first.
     *
     * @param pairs key to value; an empty value takes a pair away
     * @return a changed copy
     */
    public PracticeSettings withConnectionPairs(Map<String, String> pairs) {
        return new PracticeSettings(graph, cycles, otherApps, pairs, language, clock);
    }
}
