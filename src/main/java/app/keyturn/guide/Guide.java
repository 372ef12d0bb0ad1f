package app.keyturn.guide;

import app.keyturn.renewal.Portal;
import java.time.YearMonth;
import java.util.List;

/**
 * The way to a new token through one version of a portal's screens. The words stand in the message bundle under these
 * keys; the names on Apple's screens are between asterisks in them.
 *
 * @param portal where
 * @param version a short name of the version, the same for as long as the screens are
 * @param seen when the screens were last described like this
 * @param steps what to do, in order
 * @param landmarks what tells that this is the right place
 * @param warnings what not to press
 * @param otherwise what helps when the screens look different
 */
public record Guide(Portal portal, String version, YearMonth seen, List<String> steps, List<String> landmarks,
        List<String> warnings, List<String> otherwise) {
    public Guide {
        steps = List.copyOf(steps);
        landmarks = List.copyOf(landmarks);
        warnings = List.copyOf(warnings);
        otherwise = List.copyOf(otherwise);
    }
}
