package app.keyturn;

import app.keyturn.practice.server.PracticeSettings;
import java.time.Duration;

/**
 * A journey to look at pages and their states. What eyes dislike on the way makes it fail; no word cut short, nothing on
 * anything else, enough contrast, in every language, look and size: see {@code app.keyturn.eyes}.
 */
abstract class LooksTest extends JourneyTest {
    /** No sync comes in between while a page is looked at. */
    static final Duration TO_THE_NEXT_SYNC = Duration.ofMinutes(20);

    @Override
    PracticeSettings practice(PracticeSettings usual) {
        return usual.withCycles(TO_THE_NEXT_SYNC, Duration.ofSeconds(1));
    }

    void look(String state) {
        me.look(state);
    }

    /** At what differs in its words alone from what was looked at. */
    void glance(String state) {
        me.lookBriefly(state);
    }
}
