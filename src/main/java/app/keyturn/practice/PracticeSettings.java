package app.keyturn.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a practice world behaves where the real service is not known for certain, or only slow.
 *
 * @param saveMode what a PUT does to pairs that it does not name
 * @param envelope how a failed credential check is wrapped
 * @param cycleDelay from a PUT or a start to the beginning of the next sync cycle; never less than two clock seconds
 * @param cycleLength how long a sync cycle runs
 * @param visibleAfter how long reading still shows what stood before a PUT
 * @param otherApps how many unrelated applications the tenant has; more than 100 make a second page
 * @param connectionPairs laid over the pairs that are stored at first; an empty value takes a pair away
 * @param language of the pages
 * @param clock the only clock of this world, the {@code Date} header included
 */
public record PracticeSettings(SaveMode saveMode, Envelope envelope, Duration cycleDelay, Duration cycleLength,
        Duration visibleAfter, int otherApps, Map<String, String> connectionPairs, Locale language, Clock clock) {
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

    /** Keeps a copy of the pairs, in their order. */
    public PracticeSettings {
        connectionPairs = Collections.unmodifiableMap(new LinkedHashMap<>(connectionPairs));
    }

    /**
     * For a person who practises: sync takes some seconds, so that waiting can be seen.
     *
     * @param language of the pages
     * @return settings with the system's clock
     */
    public static PracticeSettings forPeople(Locale language) {
        return new PracticeSettings(SaveMode.MERGE, Envelope.JSON_IN_MESSAGE, Duration.ofSeconds(5),
                Duration.ofSeconds(3), Duration.ZERO, 12, Map.of(), language, Clock.system(ZoneId.systemDefault()));
    }

    /**
     * For tests: nothing is slower than it must be.
     *
     * @param clock usually one that the test sets
     * @return settings with pages in English
     */
    public static PracticeSettings forTests(Clock clock) {
        return new PracticeSettings(SaveMode.MERGE, Envelope.JSON_IN_MESSAGE, Duration.ofSeconds(2),
                Duration.ofSeconds(1), Duration.ZERO, 3, Map.of(), Locale.ENGLISH, clock);
    }

    /**
     * The same with another save mode.
     *
     * @param mode what a PUT does
     * @return a changed copy
     */
    public PracticeSettings with(SaveMode mode) {
        return new PracticeSettings(mode, envelope, cycleDelay, cycleLength, visibleAfter, otherApps, connectionPairs,
                language, clock);
    }

    /**
     * The same with another envelope.
     *
     * @param form of a failed check's answer
     * @return a changed copy
     */
    public PracticeSettings with(Envelope form) {
        return new PracticeSettings(saveMode, form, cycleDelay, cycleLength, visibleAfter, otherApps, connectionPairs,
                language, clock);
    }

    /**
     * The same with another pace of sync cycles.
     *
     * @param delay until a cycle begins
     * @param length of a cycle
     * @return a changed copy
     */
    public PracticeSettings withCycles(Duration delay, Duration length) {
        return new PracticeSettings(saveMode, envelope, delay, length, visibleAfter, otherApps, connectionPairs,
                language, clock);
    }

    /**
     * The same with another delay between writing and reading.
     *
     * @param delay until a PUT can be seen
     * @return a changed copy
     */
    public PracticeSettings withVisibleAfter(Duration delay) {
        return new PracticeSettings(saveMode, envelope, cycleDelay, cycleLength, delay, otherApps, connectionPairs,
                language, clock);
    }

    /**
     * The same with another number of unrelated applications.
     *
     * @param number how many
     * @return a changed copy
     */
    public PracticeSettings withOtherApps(int number) {
        return new PracticeSettings(saveMode, envelope, cycleDelay, cycleLength, visibleAfter, number, connectionPairs,
                language, clock);
    }

    /**
     * The same with other pairs laid over those stored at first.
     *
     * @param pairs key to value; an empty value takes a pair away
     * @return a changed copy
     */
    public PracticeSettings withConnectionPairs(Map<String, String> pairs) {
        return new PracticeSettings(saveMode, envelope, cycleDelay, cycleLength, visibleAfter, otherApps, pairs,
                language, clock);
    }
}
