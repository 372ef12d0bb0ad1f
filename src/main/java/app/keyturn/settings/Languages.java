package app.keyturn.settings;

import java.util.List;
import java.util.Locale;

/** The languages of Keyturn. A new message bundle needs its language here; a test compares the two. */
public final class Languages {
    /** The value of the setting for the system's language. */
    static final String SYSTEM = "system";

    /** In the order in which they are offered. */
    public static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH,
            Locale.of("es"), Locale.of("nl"), Locale.JAPANESE);

    private Languages() {}
}
