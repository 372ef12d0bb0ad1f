package app.keyturn.guide;

import app.keyturn.renewal.Portal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way to a new token through one version of a portal's screens. The words stand in the message bundle under these
 * keys; the names on Apple's screens are between asterisks in them.
 *
 * @param portal where
 * @param version a short name of the version, the same for as long as the screens are
 * @param lastSeen when the screens were last described like this; where only the year is known, its first month
 * @param sources who described them, for whoever mends the guide
 * @param steps what to do, in order
 * @param landmarks what tells that this is the right place
 * @param warnings what not to press
 * @param troubleshooting what helps when something is not as described
 */
public record Guide(Portal portal, String version, YearMonth lastSeen, List<String> sources, List<Step> steps,
        List<String> landmarks, List<String> warnings, List<String> troubleshooting) {
    public Guide {
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        landmarks = List.copyOf(landmarks);
        warnings = List.copyOf(warnings);
        troubleshooting = List.copyOf(troubleshooting);
    }

    /** The keys of all its words, those for its pictures among them. */
    public List<String> messageKeys() {
        return Stream.of(steps.stream().flatMap(step -> Stream.of(step.textKey(), step.picture().altTextKey())),
                landmarks.stream(), warnings.stream(), troubleshooting.stream()).flatMap(each -> each).toList();
    }

    /** What a picture was drawn from. */
    public enum DrawnFrom {
        /** From a description of the screen. */
        SCREEN,
        /** No source shows the screen: only the words to look for are drawn. */
        LANDMARKS
    }

    /**
     * One step.
     *
     * @param textKey the key of what to do; the same step has the same key in every version
     * @param picture what goes with it
     * @param drawnFrom what the picture was drawn from
     */
    public record Step(String textKey, Picture picture, DrawnFrom drawnFrom) {}
}
