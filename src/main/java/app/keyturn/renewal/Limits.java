package app.keyturn.renewal;

import java.time.Duration;

/**
 * Every time limit of the program, in one place.
 *
 * @param signIn how long the user may take in the browser
 * @param connect to open a connection
 * @param answer for a response of Microsoft's
 * @param test for a test of credentials, during which Microsoft asks Apple
 * @param search for a search through every app of an organisation; it shows its progress, and the user can stop it
 * @param step for a whole step, with everything that is repeated or waited for in it
 * @param slow after which the window says that work is still going on
 * @param readBack how long a saved value may take to show when it is read back after the save
 * @param readBackPause between two attempts to read it back
 * @param takeEffect how long Microsoft may go on using the old token after the save; until then a test of the saved
 *     token that fails is repeated
 * @param watch how long to watch for the first sync; Microsoft syncs about every 40 minutes
 * @param watchPause between two looks at the sync
 * @param baseline how long a test of the old token stays recent enough to compare with
 * @param busy how long to wait in all while Microsoft says that it is busy
 * @param repeatPause before a request is repeated that got no response, or one of a service in trouble; doubles each
 *     time
 */
public record Limits(Duration signIn, Duration connect, Duration answer, Duration test, Duration search, Duration step,
        Duration slow, Duration readBack, Duration readBackPause, Duration takeEffect, Duration watch, Duration watchPause,
        Duration baseline, Duration busy, Duration repeatPause) {

    /** The limits outside of tests. */
    public static final Limits STANDARD = new Limits(Duration.ofMinutes(10), // signIn
            Duration.ofSeconds(10), // connect
            Duration.ofSeconds(30), // answer
            Duration.ofSeconds(90), // test
            Duration.ofHours(12), // search
            Duration.ofMinutes(5), // step
            Duration.ofSeconds(5), // slow
            Duration.ofSeconds(30), // readBack
            Duration.ofSeconds(2), // readBackPause
            Duration.ofMinutes(3), // takeEffect
            Duration.ofMinutes(60), // watch
            Duration.ofSeconds(15), // watchPause
            Duration.ofMinutes(30), // baseline
            Duration.ofMinutes(3), // busy
            Duration.ofSeconds(1)); // repeatPause

    /** The same, with another limit for the browser. */
    public Limits withSignIn(Duration changed) {
        return new Limits(changed, connect, answer, test, search, step, slow, readBack, readBackPause, takeEffect, watch,
                watchPause, baseline, busy, repeatPause);
    }

    /** The same, with another limit for a response and for a test. */
    public Limits withAnswer(Duration changed) {
        return new Limits(signIn, connect, changed, changed, search, step, slow, readBack,
                readBackPause, takeEffect, watch, watchPause, baseline, busy, repeatPause);
    }

    /** The same, with another limit for a step. */
    public Limits withStep(Duration changed) {
        return new Limits(signIn, connect, answer, test, search, changed, slow, readBack, readBackPause, takeEffect, watch,
                watchPause, baseline, busy, repeatPause);
    }
}
