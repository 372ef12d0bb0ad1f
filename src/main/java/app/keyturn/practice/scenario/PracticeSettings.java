package app.keyturn.practice.scenario;

import app.keyturn.practice.graph.GraphSettings;
import app.keyturn.practice.graph.GraphSettings.Envelope;
import app.keyturn.practice.graph.GraphSettings.SaveMode;
import app.keyturn.practice.server.InjectedLatency;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a practice world behaves, whatever its scenario.
 *
 * @param graph how Graph responds
 * @param latency which kind of request takes long
 * @param otherApps how many unrelated applications the tenant has; more than 100 make a second page
 * @param appleApps how many unrelated applications have a name that begins with "Apple", before the right one
 * @param brokenApp whether there is one more of them that Graph cannot read: HTTP 500, whatever is asked about it
 * @param connectionPairs override the pairs stored at first; an empty value removes a pair
 * @param language of the pages, read for each page
 * @param clock the only clock of the practice world, the {@code Date} header included
 */
public record PracticeSettings(GraphSettings graph, InjectedLatency latency, int otherApps, int appleApps,
        boolean brokenApp, Map<String, String> connectionPairs, Supplier<Locale> language, Clock clock) {
    /** Copies the pairs, in their order. */
    public PracticeSettings {
        connectionPairs = Collections.unmodifiableMap(new LinkedHashMap<>(connectionPairs));
    }

    /**
     * Settings for practice mode: sync takes some seconds, so that the user sees the program wait.
     *
     * @param language of the pages, read for each page
     * @return settings with the system's clock
     */
    public static PracticeSettings forPracticeMode(Supplier<Locale> language) {
        return new PracticeSettings(GraphSettings.defaults(Duration.ofSeconds(5), Duration.ofSeconds(3)),
                InjectedLatency.NONE, 12, 0, false, Map.of(), language, Clock.system(ZoneId.systemDefault()));
    }

    /**
     * Settings for tests: no delay beyond the necessary.
     *
     * @param clock usually one that the test sets
     * @return settings with pages in English
     */
    public static PracticeSettings forTests(Clock clock) {
        return new PracticeSettings(GraphSettings.defaults(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                InjectedLatency.NONE, 3, 0, false, Map.of(), () -> Locale.ENGLISH, clock);
    }

    /**
     * Changes what a PUT does to pairs that it does not name.
     *
     * @param mode the save mode
     * @return a changed copy
     */
    public PracticeSettings with(SaveMode mode) {
        return with(new GraphSettings(mode, graph.envelope(), graph.visibleAfter(), graph.supportsBatch(),
                graph.throttled(), graph.cycleDelay(), graph.cycleLength()));
    }

    /**
     * Changes how a failed credential check is wrapped.
     *
     * @param envelope of the error
     * @return a changed copy
     */
    public PracticeSettings with(Envelope envelope) {
        return with(new GraphSettings(graph.saveMode(), envelope, graph.visibleAfter(), graph.supportsBatch(),
                graph.throttled(), graph.cycleDelay(), graph.cycleLength()));
    }

    /**
     * Changes the delay between writing and reading.
     *
     * @param delay until reads show what a PUT wrote
     * @return a changed copy
     */
    public PracticeSettings withVisibleAfter(Duration delay) {
        return with(new GraphSettings(graph.saveMode(), graph.envelope(), delay, graph.supportsBatch(),
                graph.throttled(), graph.cycleDelay(), graph.cycleLength()));
    }

    /**
     * Takes {@code $batch} away: Graph responds with 404.
     *
     * @return a changed copy
     */
    public PracticeSettings withoutBatch() {
        return with(new GraphSettings(graph.saveMode(), graph.envelope(), graph.visibleAfter(), false,
                graph.throttled(), graph.cycleDelay(), graph.cycleLength()));
    }

    /**
     * Adds a call that Graph answers with 429.
     *
     * @param call which one, counted from 1; every request in a batch is one
     * @param retryAfter in whole seconds
     * @return a changed copy
     */
    public PracticeSettings withThrottling(int call, Duration retryAfter) {
        Map<Integer, Duration> throttled = new HashMap<>(graph.throttled());
        throttled.put(call, retryAfter);
        return with(new GraphSettings(graph.saveMode(), graph.envelope(), graph.visibleAfter(), graph.supportsBatch(),
                throttled, graph.cycleDelay(), graph.cycleLength()));
    }

    /**
     * Changes the pace of sync cycles.
     *
     * @param delay until a cycle begins
     * @param length of a cycle
     * @return a changed copy
     */
    public PracticeSettings withCycles(Duration delay, Duration length) {
        return with(new GraphSettings(graph.saveMode(), graph.envelope(), graph.visibleAfter(), graph.supportsBatch(),
                graph.throttled(), delay, length));
    }

    private PracticeSettings with(GraphSettings changed) {
        return new PracticeSettings(changed, latency, otherApps, appleApps, brokenApp, connectionPairs, language,
                clock);
    }

    /**
     * Makes one kind of request take long.
     *
     * @param kind of request
     * @param delay of each of them
     * @return a changed copy
     */
    public PracticeSettings withLatency(InjectedLatency.Kind kind, Duration delay) {
        return new PracticeSettings(graph, new InjectedLatency(kind, delay), otherApps, appleApps, brokenApp,
                connectionPairs, language, clock);
    }

    /**
     * Changes the number of unrelated applications.
     *
     * @param number how many
     * @return a changed copy
     */
    public PracticeSettings withOtherApps(int number) {
        return new PracticeSettings(graph, latency, number, appleApps, brokenApp, connectionPairs, language, clock);
    }

    /**
     * Changes the number of unrelated applications with a name that begins with "Apple".
     *
     * @param number how many
     * @return a changed copy
     */
    public PracticeSettings withAppleApps(int number) {
        return new PracticeSettings(graph, latency, otherApps, number, brokenApp, connectionPairs, language, clock);
    }

    /**
     * Adds an application with a name that begins with "Apple" and that Graph cannot read.
     *
     * @return a changed copy
     */
    public PracticeSettings withBrokenApp() {
        return new PracticeSettings(graph, latency, otherApps, appleApps, true, connectionPairs, language, clock);
    }

    /**
     * Overrides pairs stored at first.
     *
     * @param pairs key to value; an empty value removes a pair
     * @return a changed copy
     */
    public PracticeSettings withConnectionPairs(Map<String, String> pairs) {
        return new PracticeSettings(graph, latency, otherApps, appleApps, brokenApp, pairs, language, clock);
    }
}
