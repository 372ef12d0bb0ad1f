package app.keyturn.renewal;

import java.time.Duration;

/**
 * Every time limit of the program, in one place.
 *
 * @param signIn how long the user may take in the browser
 * @param connect to open a connection to one proxy or address, and for each of its answers before the request
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
 * @param busy how long to wait in all because Microsoft asks for it
 * @param repeatPause before a request is repeated for the first time, unless Microsoft asks for another pause; doubles
 *     each time
 * @param longestPause the longest of these pauses
 * @param repeat after which an operation sends no failed request again, unless Microsoft asks to wait longer
 * @param repeatBriefly the same where waiting seldom helps: an answer that is not Microsoft's, and one app of many that
 *     cannot be read
 * @param deniedPause before a request is repeated once that this account seems not to be allowed
 */
public record Limits(Duration signIn, Duration connect, Duration answer, Duration test, Duration search, Duration step,
        Duration slow, Duration readBack, Duration readBackPause, Duration takeEffect, Duration watch,
        Duration watchPause, Duration baseline, Duration busy, Duration repeatPause, Duration longestPause,
        Duration repeat, Duration repeatBriefly, Duration deniedPause) {

    /** The limits outside of tests. */
    public static final Limits STANDARD = new Limits(Duration.ofMinutes(10), // signIn
            Duration.ofSeconds(10), // connect
            Duration.ofSeconds(30), // answer
            Duration.ofSeconds(60), // test
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
            Duration.ofSeconds(1), // repeatPause
            Duration.ofSeconds(16), // longestPause
            Duration.ofSeconds(90), // repeat
            Duration.ofSeconds(8), // repeatBriefly
            Duration.ofSeconds(3)); // deniedPause

    /** The same, with another limit for the browser. */
    public Limits withSignIn(Duration changed) {
        return new Limits(changed, connect, answer, test, search, step, slow, readBack, readBackPause, takeEffect,
                watch, watchPause, baseline, busy, repeatPause, longestPause, repeat,
                repeatBriefly, deniedPause);
    }

    /** The same, with another limit for a connection. */
    public Limits withConnect(Duration changed) {
        return new Limits(signIn, changed, answer, test, search, step, slow, readBack, readBackPause, takeEffect,
                watch, watchPause, baseline, busy, repeatPause, longestPause, repeat,
                repeatBriefly, deniedPause);
    }

    /** The same, with another limit for a response and for a test. */
    public Limits withAnswer(Duration changed) {
        return new Limits(signIn, connect, changed, changed, search, step, slow, readBack,
                readBackPause, takeEffect, watch, watchPause, baseline, busy, repeatPause, longestPause, repeat,
                repeatBriefly, deniedPause);
    }

    /** The same, with another limit for a step. */
    public Limits withStep(Duration changed) {
        return new Limits(signIn, connect, answer, test, search, changed, slow, readBack, readBackPause, takeEffect,
                watch, watchPause, baseline, busy, repeatPause, longestPause, repeat,
                repeatBriefly, deniedPause);
    }
}
