package app.keyturn.settings;

import java.util.List;
import java.util.Locale;

/** The languages that Keyturn has words for. Who adds a bundle adds its language here; a test compares the two. */
public final class Languages {
    /** As it is set, the system's language. */
    static final String SYSTEM = "system";

    /** The languages, in the order in which they are offered. */
    public static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"),
            Locale.of("nl"), Locale.JAPANESE);

    private Languages() {}
}
