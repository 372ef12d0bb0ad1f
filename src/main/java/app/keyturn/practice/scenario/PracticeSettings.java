package app.keyturn.practice.scenario;

import app.keyturn.practice.graph.GraphSettings;
import app.keyturn.practice.graph.GraphSettings.Envelope;
import app.keyturn.practice.graph.GraphSettings.SaveMode;
import app.keyturn.practice.server.AnswerScript;
import app.keyturn.practice.server.AnswerScript.Rule;
import app.keyturn.practice.server.AnswerScript.When;
import app.keyturn.practice.server.InjectedLatency;
import app.keyturn.practice.server.Operation;
import app.keyturn.practice.server.ScriptedAnswer;
import app.keyturn.practice.server.Switch;
import app.keyturn.practice.server.Switches;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a practice world behaves. A switch that is set here replaces what the scenario says about it. The switches are
 * constants of {@link GraphSettings}, {@link app.keyturn.practice.signin.SignInSettings}, {@link AnswerScript} and this
 * class.
 *
 * @param switches that are set
 * @param language of the pages, read for each page
 * @param clock the only clock of the practice world, the {@code Date} header included
 */
public record PracticeSettings(Switches switches, Supplier<Locale> language, Clock clock) {
    /** Which kind of request takes long. */
    public static final Switch<InjectedLatency> LATENCY = Switch.usually(InjectedLatency.NONE);
    /** How many unrelated applications the tenant has; more than 100 make a second page. */
    public static final Switch<Integer> OTHER_APPS = Switch.usually(3);
    /** How many more applications have names that begin with Apple's, but are not connected to Apple. */
    public static final Switch<Integer> APPLE_NAMED_APPS = Switch.usually(0);
    /** Whether an application with Apple's name cannot be read; it is listed before the one to renew. */
    public static final Switch<Boolean> UNREADABLE_NEIGHBOUR = Switch.usually(false);
    /** Pairs that override those stored at first, in their order; an empty value removes a pair. */
    public static final Switch<Map<String, String>> CONNECTION_PAIRS = Switch.usually(Map.of());

    /**
     * Settings for practice mode: sync takes some seconds, so that the user sees the program wait.
     *
     * @param language of the pages, read for each page
     * @return settings with the system's clock
     */
    public static PracticeSettings forPracticeMode(Supplier<Locale> language) {
        return new PracticeSettings(GraphSettings.defaults(Duration.ofSeconds(5), Duration.ofSeconds(3)), language,
                Clock.system(ZoneId.systemDefault())).withOtherApps(12);
    }

    /**
     * Settings for tests: no delay beyond the necessary.
     *
     * @param clock usually one that the test sets
     * @return settings with pages in English
     */
    public static PracticeSettings forTests(Clock clock) {
        return new PracticeSettings(Switches.NONE, () -> Locale.ENGLISH, clock);
    }

    /**
     * Sets a switch.
     *
     * @param key the switch
     * @param value that it gets
     * @param <T> type of the value
     * @return a changed copy
     */
    public <T> PracticeSettings with(Switch<T> key, T value) {
        return new PracticeSettings(switches.with(key, value), language, clock);
    }

    /**
     * Adds a rule that replaces answers of Microsoft's services.
     *
     * @param rule the rule; earlier ones go before it
     * @return a changed copy
     */
    public PracticeSettings with(Rule rule) {
        List<Rule> rules = new ArrayList<>(switches.get(AnswerScript.RULES));
        rules.add(rule);
        return with(AnswerScript.RULES, List.copyOf(rules));
    }

    /**
     * Replaces answers to one operation.
     *
     * @param operation whose answers are replaced
     * @param when which calls
     * @param answer instead
     * @return a changed copy
     */
    public PracticeSettings with(Operation operation, When when, ScriptedAnswer answer) {
        return with(new Rule(operation, when, answer));
    }

    /**
     * Changes what a PUT does to pairs that it does not name.
     *
     * @param mode the save mode
     * @return a changed copy
     */
    public PracticeSettings with(SaveMode mode) {
        return with(GraphSettings.SAVE_MODE, mode);
    }

    /**
     * Changes how a failed credential check is wrapped.
     *
     * @param envelope of the error
     * @return a changed copy
     */
    public PracticeSettings with(Envelope envelope) {
        return with(GraphSettings.ENVELOPE, envelope);
    }

    /**
     * Changes the delay between writing and reading.
     *
     * @param delay until reads show what a PUT wrote
     * @return a changed copy
     */
    public PracticeSettings withVisibleAfter(Duration delay) {
        return with(GraphSettings.VISIBLE_AFTER, delay);
    }

    /**
     * Takes {@code $batch} away: Graph responds with 404.
     *
     * @return a changed copy
     */
    public PracticeSettings withoutBatch() {
        return with(GraphSettings.BATCH, false);
    }

    /**
     * Adds a call that Graph answers with 429.
     *
     * @param call which one, counted from 1; every request in a batch is one
     * @param retryAfter in whole seconds
     * @return a changed copy
     */
    public PracticeSettings withThrottling(int call, Duration retryAfter) {
        return with(new Rule(Operation.GRAPH, When.call(call), ScriptedAnswer.tooManyRequests(retryAfter),
                request -> true));
    }

    /**
     * Changes the pace of sync cycles.
     *
     * @param delay until a cycle begins
     * @param length of a cycle
     * @return a changed copy
     */
    public PracticeSettings withCycles(Duration delay, Duration length) {
        return with(GraphSettings.CYCLE_DELAY, delay).with(GraphSettings.CYCLE_LENGTH, length);
    }

    /**
     * Makes one kind of request take long.
     *
     * @param kind of request
     * @param delay of each of them
     * @return a changed copy
     */
    public PracticeSettings withLatency(InjectedLatency.Kind kind, Duration delay) {
        return with(LATENCY, new InjectedLatency(kind, delay));
    }

    /**
     * Changes the number of unrelated applications.
     *
     * @param number how many
     * @return a changed copy
     */
    public PracticeSettings withOtherApps(int number) {
        return with(OTHER_APPS, number);
    }

    /**
     * Overrides pairs stored at first.
     *
     * @param pairs key to value; an empty value removes a pair
     * @return a changed copy
     */
    public PracticeSettings withConnectionPairs(Map<String, String> pairs) {
        return with(CONNECTION_PAIRS, pairs);
    }
}
