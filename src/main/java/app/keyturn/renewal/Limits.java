package app.keyturn.renewal;

import java.time.Duration;

/**
 * Every time limit of the program, in one place.
 *
 * @param signIn how long a person may take in the browser
 * @param connect to open a connection
 * @param answer for an answer of Microsoft's
 * @param test for a test, during which Microsoft asks Apple
 * @param readBack how long a saved value may take to show
 * @param readBackPause between two looks for it
 * @param watch how long a first sync is watched for; Microsoft syncs about every 40 minutes
 * @param watchPause between two looks for it
 * @param baseline how long a test of the old token stays true enough to be compared with
 * @param busy how long a search goes on waiting while Microsoft says that it is busy
 */
public record Limits(Duration signIn, Duration connect, Duration answer, Duration test, Duration readBack,
        Duration readBackPause, Duration watch, Duration watchPause, Duration baseline, Duration busy) {

    /** The limits people meet. */
    public static final Limits STANDARD = new Limits(Duration.ofMinutes(10), Duration.ofSeconds(10),
            Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofSeconds(30), Duration.ofSeconds(2),
            Duration.ofMinutes(60), Duration.ofSeconds(15), Duration.ofMinutes(30), Duration.ofMinutes(5));

    /** The same, with another time in the browser. */
    public Limits withSignIn(Duration inTheBrowser) {
        return new Limits(inTheBrowser, connect, answer, test, readBack, readBackPause, watch, watchPause, baseline,
                busy);
    }
}
