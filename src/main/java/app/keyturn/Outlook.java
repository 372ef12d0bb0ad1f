package app.keyturn;

import app.keyturn.settings.Settings;
import java.util.Locale;

/** How the window looks and speaks, whichever world is in it. */
interface Outlook {
    /** Looks and speaks as it is set, from now on. */
    void follow(Settings settings);

    /** Speaks a language that the person has chosen, from now on, and keeps the choice. */
    void choose(Locale language);

    /** Has text of a size that the person has chosen, in percent, from now on, and keeps the choice. */
    void choose(int textSize);
}
