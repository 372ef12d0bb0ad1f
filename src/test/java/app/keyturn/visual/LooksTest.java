package app.keyturn.visual;

import app.keyturn.journeys.JourneyTest;
import app.keyturn.practice.scenario.PracticeSettings;
import java.time.Duration;

/**
 * A journey that inspects pages and their states: nothing cut off or overlapping, enough contrast, in every language,
 * theme and text size. Findings fail it; see {@link Inspection}.
 */
public abstract class LooksTest extends JourneyTest {
    /** Long, so that no sync interferes while a page is inspected. */
    public static final Duration TO_THE_NEXT_SYNC = Duration.ofMinutes(20);

    @Override
    public PracticeSettings practice(PracticeSettings usual) {
        return usual.withCycles(TO_THE_NEXT_SYNC, Duration.ofSeconds(1));
    }

    public void inspect(String state) {
        user.inspect(state);
    }

    /** Inspects a state that differs only in text from one inspected before. */
    public void inspectBriefly(String state) {
        user.inspectBriefly(state);
    }
}
