package app.keyturn.practice.graph;

import java.time.Duration;
import java.util.Map;

/**
 * How the practice Graph behaves where the real one is not known for certain, or only slow.
 *
 * @param saveMode what a PUT does to pairs that it does not name
 * @param envelope how a failed credential check is wrapped
 * @param visibleAfter how long reads still show the values from before a PUT
 * @param supportsBatch whether there is a {@code $batch}
 * @param throttled which calls are answered with 429, counted from 1, and the {@code Retry-After} of each. Every
 *     request in a batch counts as a call; the batch itself does not.
 * @param cycleDelay from a PUT or a start to the beginning of the next sync cycle; never less than two clock seconds
 * @param cycleLength how long a sync cycle runs
 */
public record GraphSettings(SaveMode saveMode, Envelope envelope, Duration visibleAfter, boolean supportsBatch,
        Map<Integer, Duration> throttled, Duration cycleDelay, Duration cycleLength) {
    /** What a PUT of the secrets does to the pairs that it does not name; Microsoft's documents allow both readings. */
    public enum SaveMode {
        /** They stay; a pair with an empty value is removed. Very likely what Microsoft does. */
        MERGE,
        /** They are removed. */
        REPLACE
    }

    /** How the response to a failed credential check is built; Microsoft documents none. */
    public enum Envelope {
        /** Code and message are in {@code error}. */
        PLAIN,
        /** {@code error.message} is a JSON text that holds the real error. Seen on PUT of the secrets. */
        JSON_IN_MESSAGE,
        /** The real error is in {@code error.innerError}. */
        INNER_ERROR
    }

    /** Copies the map. */
    public GraphSettings {
        throttled = Map.copyOf(throttled);
    }

    /** The likeliest behaviour, with this pace of sync cycles. */
    public static GraphSettings defaults(Duration cycleDelay, Duration cycleLength) {
        return new GraphSettings(SaveMode.MERGE, Envelope.JSON_IN_MESSAGE, Duration.ZERO, true, Map.of(), cycleDelay,
                cycleLength);
    }
}
