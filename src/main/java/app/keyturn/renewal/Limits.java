package app.keyturn.renewal;

import java.time.Duration;

/**
 * Every time limit of the program, in one place.
 *
 * @param signIn how long a person may take in the browser
 * @param connect to open a connection
 * @param answer for an answer of Microsoft's
 * @param test for a test, during which Microsoft asks Apple
 * @param search for a look through every app of an organisation, which tells how far it is and which a person may end
 * @param step for all that one step needs, with everything that is repeated or waited for in it
 * @param slow after which a person is told that the work goes on
 * @param readBack how long a saved value may take to show
 * @param readBackPause between two looks for it
 * @param watch how long a first sync is watched for; Microsoft syncs about every 40 minutes
 * @param watchPause between two looks for it
 * @param baseline how long a test of the old token stays true enough to be compared with
 * @param busy how long is waited in all while Microsoft says that it is busy
 * @param repeatPause before a question is repeated that got no answer, or one of a service in trouble; twice as long
 *        before the next time
 */
public record Limits(Duration signIn, Duration connect, Duration answer, Duration test, Duration search, Duration step,
        Duration slow,
        Duration readBack, Duration readBackPause, Duration watch, Duration watchPause, Duration baseline,
        Duration busy, Duration repeatPause) {

    /** The limits people meet. */
    public static final Limits STANDARD = new Limits(Duration.ofMinutes(10), Duration.ofSeconds(10),
            Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofHours(12), Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofMinutes(60), Duration.ofSeconds(15),
            Duration.ofMinutes(30), Duration.ofMinutes(3), Duration.ofSeconds(1));

    /** The same, with another time in the browser. */
    public Limits withSignIn(Duration inTheBrowser) {
        return new Limits(inTheBrowser, connect, answer, test, search, step, slow, readBack, readBackPause, watch,
                watchPause,
                baseline, busy, repeatPause);
    }

    /** The same, with another time for an answer and for a test. */
    public Limits withAnswer(Duration toEveryQuestion) {
        return new Limits(signIn, connect, toEveryQuestion, toEveryQuestion, search, step, slow, readBack,
                readBackPause, watch,
                watchPause, baseline, busy, repeatPause);
    }

    /** The same, with another time for a whole step. */
    public Limits withStep(Duration all) {
        return new Limits(signIn, connect, answer, test, search, all, slow, readBack, readBackPause, watch, watchPause,
                baseline, busy, repeatPause);
    }
}
