package app.keyturn.practice.graph;

import app.keyturn.practice.server.ScriptedAnswer;
import app.keyturn.practice.server.Switch;
import app.keyturn.practice.server.Switches;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The switches of the practice Graph: how it behaves where the real one is not known for certain, slow, or unkind.
 */
public final class GraphSettings {
    /** What a PUT does to pairs that it does not name. */
    public static final Switch<SaveMode> SAVE_MODE = Switch.usually(SaveMode.MERGE);
    /** How a failed credential check is wrapped. */
    public static final Switch<Envelope> ENVELOPE = Switch.usually(Envelope.JSON_IN_MESSAGE);
    /** The answer to a failed credential check, in place of an envelope with its code: a bare status, for instance. */
    public static final Switch<Optional<ScriptedAnswer>> FAILED_CHECK = Switch.usually(Optional.empty());
    /** How long reads still show the values from before a PUT. */
    public static final Switch<Duration> VISIBLE_AFTER = Switch.usually(Duration.ZERO);
    /** Whether, until then, every other read already shows the new values. */
    public static final Switch<Boolean> READS_FLAP = Switch.usually(false);
    /** How long the test of the saved credentials, and the sync, still use the values from before a PUT. */
    public static final Switch<Duration> EFFECTIVE_AFTER = Switch.usually(Duration.ZERO);
    /** The keys that a test or a PUT may name, case included; empty: any. Others are answered with 500. */
    public static final Switch<Optional<Set<String>>> KNOWN_KEYS = Switch.usually(Optional.empty());
    /** Whether a PUT that names both a SecretToken and a readable pair of OAuth's is answered with 500, and all is lost. */
    public static final Switch<Boolean> MIXED_SAVE_DROPS_ALL = Switch.usually(true);
    /** Whether the JSON of the notification settings is stored with its members sorted and without spaces. */
    public static final Switch<Boolean> REWRITES_JSON = Switch.usually(false);
    /** Keys that reads show with an empty value while no other is stored. */
    public static final Switch<Set<String>> SHOWN_EMPTY = Switch.usually(Set.of());
    /** Keys that reads show in another case, as stored to as shown. A PUT may use either. */
    public static final Switch<Map<String, String>> KEYS_SHOWN_AS = Switch.usually(Map.of());
    /** Whether reading jobs or secrets of an application that was never set up is answered with 404. */
    public static final Switch<Boolean> NEVER_SET_UP_IS_404 = Switch.usually(false);
    /** Whether reading the organisation is refused. */
    public static final Switch<Boolean> NAME_HIDDEN = Switch.usually(false);
    /** Whether there is a {@code $batch}. */
    public static final Switch<Boolean> BATCH = Switch.usually(true);
    /** From a PUT or a start to the beginning of the next sync cycle; never less than two clock seconds. */
    public static final Switch<Duration> CYCLE_DELAY = Switch.usually(Duration.ofSeconds(2));
    /** How long a sync cycle runs. */
    public static final Switch<Duration> CYCLE_LENGTH = Switch.usually(Duration.ofSeconds(1));

    private GraphSettings() {}

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

    /** The likeliest behaviour, with this pace of sync cycles. */
    public static Switches defaults(Duration cycleDelay, Duration cycleLength) {
        return Switches.NONE.with(CYCLE_DELAY, cycleDelay).with(CYCLE_LENGTH, cycleLength);
    }
}
