package app.keyturn.practice.scenario;

import app.keyturn.practice.graph.PracticeSyncJob.Reason;
import app.keyturn.practice.graph.PracticeSyncJob.Standing;
import java.time.Period;
import java.util.List;
import java.util.function.Function;

/**
 * What a scenario is made of.
 *
 * @param apps which applications concern Apple, and what they are called
 * @param link what is stored for the one that is to be renewed
 * @param jobs how its jobs stand, in their order
 * @param tokenEnds when its token ends, from today
 * @param twist what is unusual beyond that
 */
public record ScenarioSpec(Apps apps, StoredConnection link, List<Function<JobHistory, Standing>> jobs,
        Period tokenEnds, Twist twist) {
    /** Which applications concern Apple. */
    enum Apps {
        /** One, called like the portal. */
        ONE,
        /** None. */
        NONE,
        /** One whose name somebody changed; the directory still knows the gallery's name and template. */
        RENAMED,
        /** One that somebody made by hand: its names and its template tell nothing. */
        NAMELESS,
        /** A second one for tests, listed before the one in use, with an older token that has run out. */
        WITH_ONE_FOR_TESTS
    }

    /** What is unusual in a world beyond its directory and its jobs. */
    public enum Twist {
        NONE,
        /** The first token that Apple's page shows lacks its end. */
        FIRST_TOKEN_CUT_SHORT,
        /** The administrator's first sign-in does not have the role yet. */
        ROLE_COMES_LATER,
        /** A policy ends the session at the first test of new credentials. */
        SESSION_ENDS,
        /** The organisation's name may not be read. */
        NAME_HIDDEN
    }

    private static final ScenarioSpec ALL_IS_WELL = new ScenarioSpec(Apps.ONE, StoredConnection.TOKEN,
            List.of(JobHistory::running),
            Period.ofWeeks(5), Twist.NONE);

    public static ScenarioSpec of(Scenario scenario) {
        return switch (scenario) {
            case HEALTHY, NO_PERMISSION -> ALL_IS_WELL;
            case WRONG_TOKEN -> ALL_IS_WELL.with(Twist.FIRST_TOKEN_CUT_SHORT);
            case EXPIRED_TOKEN ->
                ALL_IS_WELL.with(StoredConnection.NOBODY_HEARS)
                        .tokenEnded(Period.ofDays(14))
                        .with(JobHistory::stoppedByToken);
            case ROLE_SWITCHED_ON -> ALL_IS_WELL.with(Twist.ROLE_COMES_LATER);
            case SESSION_ENDED -> ALL_IS_WELL.with(Twist.SESSION_ENDS);
            case NAME_HIDDEN -> ALL_IS_WELL.with(Twist.NAME_HIDDEN);
            case NO_APP -> ALL_IS_WELL.with(Apps.NONE);
            case RENAMED_APP -> ALL_IS_WELL.with(Apps.RENAMED);
            case NAMELESS_APP -> ALL_IS_WELL.with(Apps.NAMELESS);
            case SEVERAL_APPS -> ALL_IS_WELL.with(Apps.WITH_ONE_FOR_TESTS);
            case OTHER_PORTAL -> ALL_IS_WELL.with(StoredConnection.OTHER_PORTAL);
            case NO_ADDRESS -> ALL_IS_WELL.with(StoredConnection.NO_ADDRESS);
            case ADDRESS_WITH_FLAGS -> ALL_IS_WELL.with(StoredConnection.ADDRESS_WITH_FLAGS);
            case NO_JOB -> ALL_IS_WELL.withJobs(List.of());
            case OIDC -> ALL_IS_WELL.with(StoredConnection.NOTHING_STORED).withJobs(List.of());
            case OAUTH -> ALL_IS_WELL.with(StoredConnection.OAUTH);
            case SEVERAL_JOBS -> ALL_IS_WELL.withJobs(List.of(JobHistory::switchedOffByHand, JobHistory::running));
            case PAUSED -> ALL_IS_WELL.with(JobHistory::paused);
            case SWITCHED_OFF -> ALL_IS_WELL.tokenEnded(Period.ofDays(40)).with(JobHistory::switchedOffByMicrosoft);
            case NEVER_RAN -> ALL_IS_WELL.with(JobHistory::neverRan);
            case QUARANTINE_DELETES -> ALL_IS_WELL.with(past -> past.held(Reason.TOO_MANY_DELETES));
            case QUARANTINE_FAILURES -> ALL_IS_WELL.with(past -> past.held(Reason.MANY_FAILURES));
            case QUARANTINE_BY_MICROSOFT -> ALL_IS_WELL.with(past -> past.held(Reason.ON_DEMAND));
            case QUARANTINE_INTAKE -> ALL_IS_WELL.with(past -> past.held(Reason.INTAKE_INTERRUPTED));
            case QUARANTINE_OTHER -> ALL_IS_WELL.with(past -> past.held(Reason.EXCEPTION));
            case QUARANTINE_UNKNOWN -> ALL_IS_WELL.with(past -> past.held(Reason.OF_THE_FUTURE));
            case UNKNOWN_STATUS -> ALL_IS_WELL.with(JobHistory::ofTheFuture);
        };
    }

    private ScenarioSpec with(Apps others) {
        return new ScenarioSpec(others, link, jobs, tokenEnds, twist);
    }

    private ScenarioSpec with(StoredConnection other) {
        return new ScenarioSpec(apps, other, jobs, tokenEnds, twist);
    }

    private ScenarioSpec with(Twist other) {
        return new ScenarioSpec(apps, link, jobs, tokenEnds, other);
    }

    private ScenarioSpec with(Function<JobHistory, Standing> job) {
        return withJobs(List.of(job));
    }

    private ScenarioSpec withJobs(List<Function<JobHistory, Standing>> others) {
        return new ScenarioSpec(apps, link, others, tokenEnds, twist);
    }

    private ScenarioSpec tokenEnded(Period ago) {
        return new ScenarioSpec(apps, link, jobs, ago.negated(), twist);
    }
}
