package app.keyturn.practice.scenario;

import app.keyturn.practice.graph.PracticeSyncJob.Reason;
import app.keyturn.practice.graph.PracticeSyncJob.State;
import java.time.Period;
import java.util.List;
import java.util.function.Function;

/**
 * What a scenario is made of.
 *
 * @param apps which applications concern Apple, and what they are called
 * @param connection what is stored for the one that is to be renewed
 * @param jobs how its jobs stand, in their order
 * @param tokenExpires when its token ends, from today
 * @param specialCase what is unusual beyond that
 */
public record ScenarioSpec(Apps apps, StoredConnection connection, List<Function<JobHistory, State>> jobs,
        Period tokenExpires, SpecialCase specialCase) {
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
        WITH_TEST_APP
    }

    /** What is unusual in a world beyond its directory and its jobs. */
    public enum SpecialCase {
        NONE,
        /** The first token that Apple's page shows lacks its end. */
        FIRST_TOKEN_TRUNCATED,
        /** The administrator's first sign-in does not have the role yet. */
        ROLE_DELAYED,
        /** A policy ends the session at the first test of new credentials. */
        SESSION_REVOKED,
        /** The organisation's name may not be read. */
        NAME_HIDDEN
    }

    private static final ScenarioSpec HEALTHY_SPEC = new ScenarioSpec(Apps.ONE, StoredConnection.TOKEN,
            List.of(JobHistory::running),
            Period.ofWeeks(5), SpecialCase.NONE);

    public static ScenarioSpec of(Scenario scenario) {
        return switch (scenario) {
            case HEALTHY, NO_PERMISSION -> HEALTHY_SPEC;
            case WRONG_TOKEN -> HEALTHY_SPEC.with(SpecialCase.FIRST_TOKEN_TRUNCATED);
            case EXPIRED_TOKEN ->
                HEALTHY_SPEC.with(StoredConnection.NO_NOTIFICATIONS)
                        .tokenExpired(Period.ofDays(14))
                        .with(JobHistory::quarantinedByToken);
            case ROLE_SWITCHED_ON -> HEALTHY_SPEC.with(SpecialCase.ROLE_DELAYED);
            case SESSION_ENDED -> HEALTHY_SPEC.with(SpecialCase.SESSION_REVOKED);
            case NAME_HIDDEN -> HEALTHY_SPEC.with(SpecialCase.NAME_HIDDEN);
            case NO_APP -> HEALTHY_SPEC.with(Apps.NONE);
            case RENAMED_APP -> HEALTHY_SPEC.with(Apps.RENAMED);
            case NAMELESS_APP -> HEALTHY_SPEC.with(Apps.NAMELESS);
            case SEVERAL_APPS -> HEALTHY_SPEC.with(Apps.WITH_TEST_APP);
            case OTHER_PORTAL -> HEALTHY_SPEC.with(StoredConnection.OTHER_PORTAL);
            case NO_ADDRESS -> HEALTHY_SPEC.with(StoredConnection.NO_ADDRESS);
            case ADDRESS_WITH_FLAGS -> HEALTHY_SPEC.with(StoredConnection.ADDRESS_WITH_FLAGS);
            case NO_JOB -> HEALTHY_SPEC.withJobs(List.of());
            case OIDC -> HEALTHY_SPEC.with(StoredConnection.NOTHING_STORED).withJobs(List.of());
            case OAUTH -> HEALTHY_SPEC.with(StoredConnection.OAUTH);
            case SEVERAL_JOBS -> HEALTHY_SPEC.withJobs(List.of(JobHistory::switchedOffByHand, JobHistory::running));
            case PAUSED -> HEALTHY_SPEC.with(JobHistory::paused);
            case SWITCHED_OFF -> HEALTHY_SPEC.tokenExpired(Period.ofDays(40)).with(JobHistory::switchedOffByMicrosoft);
            case NEVER_RAN -> HEALTHY_SPEC.with(JobHistory::neverRan);
            case QUARANTINE_DELETES -> HEALTHY_SPEC.with(past -> past.quarantined(Reason.TOO_MANY_DELETES));
            case QUARANTINE_FAILURES -> HEALTHY_SPEC.with(past -> past.quarantined(Reason.MANY_FAILURES));
            case QUARANTINE_BY_MICROSOFT -> HEALTHY_SPEC.with(past -> past.quarantined(Reason.ON_DEMAND));
            case QUARANTINE_INTAKE -> HEALTHY_SPEC.with(past -> past.quarantined(Reason.INTAKE_INTERRUPTED));
            case QUARANTINE_OTHER -> HEALTHY_SPEC.with(past -> past.quarantined(Reason.EXCEPTION));
            case QUARANTINE_UNKNOWN -> HEALTHY_SPEC.with(past -> past.quarantined(Reason.UNKNOWN));
            case UNKNOWN_STATUS -> HEALTHY_SPEC.with(JobHistory::unknownStatus);
        };
    }

    private ScenarioSpec with(Apps others) {
        return new ScenarioSpec(others, connection, jobs, tokenExpires, specialCase);
    }

    private ScenarioSpec with(StoredConnection other) {
        return new ScenarioSpec(apps, other, jobs, tokenExpires, specialCase);
    }

    private ScenarioSpec with(SpecialCase other) {
        return new ScenarioSpec(apps, connection, jobs, tokenExpires, other);
    }

    private ScenarioSpec with(Function<JobHistory, State> job) {
        return withJobs(List.of(job));
    }

    private ScenarioSpec withJobs(List<Function<JobHistory, State>> others) {
        return new ScenarioSpec(apps, connection, others, tokenExpires, specialCase);
    }

    private ScenarioSpec tokenExpired(Period ago) {
        return new ScenarioSpec(apps, connection, jobs, ago.negated(), specialCase);
    }
}
