package app.keyturn.guide;

import app.keyturn.renewal.Portal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps to a new token for one version of a portal's screens. All texts are message keys; in the messages, names on
 * Apple's screens are between asterisks.
 *
 * @param version a short name, the same as long as the screens are
 * @param lastSeen when the screens were last described like this; January if only the year is known
 * @param sources who described them, for maintainers of the guide
 * @param steps what to do, in order
 * @param landmarks signs of being in the right place
 * @param warnings what not to press
 * @param troubleshooting what helps if something is not as described
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

    /** The keys of all its texts, including those of its pictures. */
    public List<String> messageKeys() {
        return Stream.of(steps.stream().flatMap(step -> Stream.of(step.textKey(), step.picture().altTextKey())),
                landmarks.stream(), warnings.stream(), troubleshooting.stream()).flatMap(keys -> keys).toList();
    }

    /** What a picture was drawn from. The names are part of message keys. */
    public enum DrawnFrom {
        /** A description of the screen. */
        SCREEN,
        /** No source shows the screen: only the names to look for are drawn. */
        LANDMARKS
    }

    /**
     * One step.
     *
     * @param textKey what to do; the same step has the same key in every version
     */
    public record Step(String textKey, Picture picture, DrawnFrom drawnFrom) {}
}
