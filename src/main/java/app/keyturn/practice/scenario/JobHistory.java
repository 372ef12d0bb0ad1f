package app.keyturn.practice.scenario;

import app.keyturn.practice.graph.CredentialCheck.Failure;
import app.keyturn.practice.graph.PracticeSyncJob.Cycle;
import app.keyturn.practice.graph.PracticeSyncJob.Quarantine;
import app.keyturn.practice.graph.PracticeSyncJob.Reason;
import app.keyturn.practice.graph.PracticeSyncJob.Result;
import app.keyturn.practice.graph.PracticeSyncJob.Schedule;
import app.keyturn.practice.graph.PracticeSyncJob.State;
import app.keyturn.practice.graph.PracticeSyncJob.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The states that a job can have when a practice world opens, each with the history that led to it.
 *
 * <p>Source: Microsoft Learn, "Application provisioning in quarantine status" and "synchronizationStatus resource
 * type".
 *
 * @param now when the practice world opens
 * @param tokenExpires when the stored token expires or expired
 * @param checkFailure result of testing the stored token, if it no longer works
 */
record JobHistory(Instant now, Instant tokenExpires, Supplier<Failure> checkFailure) {
    /** Text and code: Microsoft Learn, "Analyze the Microsoft Entra provisioning logs". */
    private static final Failure UNPARSABLE_RESPONSE = new Failure(
            "SystemForCrossDomainIdentityManagementServiceIncompatible",
            "The Microsoft Entra provisioning service was unable to parse the response from the third party "
                    + "application. Work with the application developer to ensure that the SCIM server is compatible "
                    + "with the Microsoft Entra SCIM client.");
    private static final Duration CYCLE = Duration.ofSeconds(3);
    private static final Duration FIRST_FAILURE = Duration.ofMinutes(20);
    private static final Duration LATEST_RETRY = Duration.ofHours(9);
    private static final Duration UNTIL_SWITCHED_OFF = Duration.ofDays(28);

    /** Active and healthy. */
    State running() {
        Cycle cycle = succeeded(now.minus(Duration.ofMinutes(17)));
        return new State(Status.ACTIVE, Schedule.ACTIVE, Optional.empty(), Optional.of(cycle), Optional.of(cycle));
    }

    /** Paused by an administrator some days ago. */
    State paused() {
        Cycle cycle = succeeded(now.minus(Duration.ofDays(3)));
        return new State(Status.PAUSED, Schedule.PAUSED, Optional.empty(), Optional.of(cycle), Optional.of(cycle));
    }

    /** Switched off by an administrator long ago. */
    State switchedOffByHand() {
        Cycle cycle = succeeded(now.minus(Duration.ofDays(240)));
        return new State(Status.PAUSED, Schedule.DISABLED, Optional.empty(), Optional.of(cycle), Optional.of(cycle));
    }

    /** The token expired, and Microsoft retries once a day. */
    State quarantinedByToken() {
        return failing(Status.QUARANTINE, Schedule.ACTIVE, now.minus(LATEST_RETRY));
    }

    /**
     * The token expired, and after four weeks of retries Microsoft switched the job off. In Microsoft's own example of
     * a job stopped by bad credentials ("Get synchronizationJob" on Microsoft Learn) the code is Paused, the schedule
     * Disabled, and the quarantine still present; the article on quarantine says "disabled" and shows no such job.
     */
    State switchedOffByMicrosoft() {
        return failing(Status.PAUSED, Schedule.DISABLED, tokenExpires.plus(FIRST_FAILURE).plus(UNTIL_SWITCHED_OFF));
    }

    /** Configured, but never started. */
    State neverRan() {
        return new State(Status.NOT_RUN, Schedule.DISABLED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Set up like a new job in Microsoft's portal, but never started. */
    State neverStarted() {
        return new State(Status.PAUSED, Schedule.DISABLED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Started a moment ago; the first cycle is running. */
    State firstCycle() {
        return new State(Status.NOT_RUN, Schedule.ACTIVE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Paused by Microsoft after a first cycle with too many errors. */
    State pausedForErrors() {
        Cycle cycle = new Cycle(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)), Result.ENTRY_LEVEL_ERRORS,
                Optional.empty());
        return new State(Status.PAUSED, Schedule.PAUSED, Optional.empty(), Optional.of(cycle), Optional.of(cycle),
                true);
    }

    /**
     * In quarantine without an error, as in Microsoft's own example of a quarantine.
     *
     * @param lastFailure the error of the last cycle, if that has one
     */
    State quarantinedWithoutError(Optional<Failure> lastFailure) {
        State named = quarantined(Reason.EXCEPTION);
        Quarantine before = named.quarantine().orElseThrow();
        Cycle last = named.last().orElseThrow();
        return new State(named.status(), named.schedule(),
                Optional.of(new Quarantine(before.seriesBegan(), before.latest(), before.count(), before.reason(),
                        Optional.empty())),
                Optional.of(new Cycle(last.began(), last.ended(), last.result(), lastFailure)), named.lastSuccess());
    }

    /** In quarantine without an error, after a cycle with an error that has nothing to do with credentials. */
    State quarantinedWithoutError() {
        return quarantinedWithoutError(Optional.of(UNPARSABLE_RESPONSE));
    }

    /** Healthy, with a status code that the program does not know. */
    State unknownStatus() {
        return new State(Status.UNKNOWN, Schedule.ACTIVE, Optional.empty(), running().last(),
                running().lastSuccess());
    }

    /** In quarantine for three days, for a reason other than the token. */
    State quarantined(Reason reason) {
        Instant latest = now.minus(LATEST_RETRY);
        Optional<Failure> error = reason == Reason.EXCEPTION ? Optional.of(UNPARSABLE_RESPONSE) : Optional.empty();
        Result result = reason == Reason.MANY_FAILURES ? Result.ENTRY_LEVEL_ERRORS : Result.FAILED;
        Quarantine quarantine = quarantine(latest.minus(Duration.ofDays(3)), latest, reason, error);
        return new State(Status.QUARANTINE, Schedule.ACTIVE, Optional.of(quarantine),
                Optional.of(new Cycle(latest.minus(CYCLE), latest, result, error)),
                Optional.of(succeeded(quarantine.seriesBegan().minus(FIRST_FAILURE))));
    }

    private State failing(Status status, Schedule schedule, Instant latest) {
        Optional<Failure> failure = Optional.of(checkFailure.get());
        return new State(status, schedule,
                Optional.of(quarantine(tokenExpires.plus(FIRST_FAILURE), latest, Reason.EXCEPTION, failure)),
                Optional.of(new Cycle(latest.minus(CYCLE), latest, Result.FAILED, failure)),
                Optional.of(succeeded(tokenExpires.minus(FIRST_FAILURE))));
    }

    /** One attempt after 6 hours, one after 12, then one a day. */
    private static Quarantine quarantine(Instant first, Instant latest, Reason reason, Optional<Failure> error) {
        int attempts = 2 + Math.toIntExact(Duration.between(first, latest).toDays());
        return new Quarantine(first, latest, attempts, reason, error);
    }

    private static Cycle succeeded(Instant began) {
        return new Cycle(began, began.plus(CYCLE), Result.SUCCEEDED, Optional.empty());
    }
}
