package app.keyturn.visual;

import app.keyturn.journeys.JourneyTest;
import app.keyturn.practice.scenario.PracticeSettings;
import java.time.Duration;

/**
 * A journey to look at pages and their states. What eyes dislike on the way makes it fail; no word cut short, nothing on
 * anything else, enough contrast, in every language, look and size: see {@code app.keyturn.eyes}.
 */
public abstract class LooksTest extends JourneyTest {
    /** No sync comes in between while a page is looked at. */
    public static final Duration TO_THE_NEXT_SYNC = Duration.ofMinutes(20);

    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        return usual.withCycles(TO_THE_NEXT_SYNC, Duration.ofSeconds(1));
    }

    public void look(String state) {
        me.look(state);
    }

    /** At what differs in its words alone from what was looked at. */
    public void glance(String state) {
        me.lookBriefly(state);
    }
}
