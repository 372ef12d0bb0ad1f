package app.keyturn.sequences;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.sequences.RandomWalks.WalkStart;
import app.keyturn.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sequences of renewals at random with the real sign-in and Graph client. The properties are those of
 * {@link RandomSequencesTest}, with {@code -Dkeyturn.scenario=HEALTHY} for one that was printed by a failure.
 */
class PracticeSequencesTest {
    private static final int SEQUENCES = Integer.getInteger("keyturn.sequences", 60);
    private static final int MOVES = 30;
    private static final List<Scenario> SCENARIOS = List.of(Scenario.HEALTHY, Scenario.EXPIRED_TOKEN,
            Scenario.SEVERAL_APPS, Scenario.OTHER_PORTAL, Scenario.PAUSED, Scenario.QUARANTINE_DELETES,
            Scenario.FIRST_CYCLE_RUNNING, Scenario.LEFTOVER_OAUTH, Scenario.STALE_TOKEN, Scenario.SWITCHED_OFF,
            Scenario.SERVICE_UNWELL, Scenario.REFUSED_AT_FIRST, Scenario.CHECK_UNWELL, Scenario.ADDRESS_WITH_FLAGS,
            Scenario.NO_ADDRESS, Scenario.OLD_TOKEN_UNTESTED, Scenario.ERRORS_TO_CLEAN_UP, Scenario.SEVERAL_JOBS,
            Scenario.SESSION_ENDED, Scenario.EMPTY_SETTING);

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @Test
    void afterEachStepTheRecordsSayWhatThePracticeServicesSaw() throws IOException {
        RandomWalks walks = new RandomWalks(folder);
        String given = System.getProperty("keyturn.moves");
        if (given != null) {
            walks.walk(in(Scenario.valueOf(System.getProperty("keyturn.scenario", Scenario.HEALTHY.name()))),
                    RandomWalks.given(given));
            return;
        }
        Random random = new Random(Seed.of(PracticeSequencesTest.class));
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Scenario scenario = SCENARIOS.get(random.nextInt(SCENARIOS.size()));
            walks.require("Sequence " + sequence + ", shortened: -Dkeyturn.scenario=" + scenario, in(scenario),
                    RandomWalks.moves(random, MOVES));
        }
        assertTrue(walks.completed > SEQUENCES / 5, "the walks lead to green pages: " + walks.completed);
    }

    private static WalkStart in(Scenario scenario) {
        return folder -> PracticeWalk.in(scenario, folder);
    }
}
