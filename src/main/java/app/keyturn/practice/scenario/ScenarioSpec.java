package app.keyturn.practice.scenario;

import app.keyturn.practice.graph.GraphSettings;
import app.keyturn.practice.graph.PracticeSyncJob.Reason;
import app.keyturn.practice.graph.PracticeSyncJob.State;
import app.keyturn.practice.server.AnswerScript;
import app.keyturn.practice.server.Switch;
import app.keyturn.practice.server.Switches;
import app.keyturn.practice.signin.SignInRefusal;
import app.keyturn.practice.signin.SignInSettings;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The parts of a scenario.
 *
 * @param apps which applications are connected to Apple, and their names
 * @param connection what is stored for the application to renew
 * @param jobs the states of its jobs, in their order
 * @param tokenExpires when its token expires, from today
 * @param switches what is unusual beyond that
 */
public record ScenarioSpec(Apps apps, StoredConnection connection, List<Function<JobHistory, State>> jobs,
        Period tokenExpires, Switches switches) {
    /** Which applications are connected to Apple. */
    enum Apps {
        /** One, with the name of the portal. */
        ONE,
        /** None. */
        NONE,
        /** One with a changed name; the directory still has the gallery's name and template. */
        RENAMED,
        /** One created by hand: neither its names nor a template identify it. */
        NAMELESS,
        /** A second one for tests, listed before the one in use, with an older, expired token. */
        WITH_TEST_APP
    }

    /** Whether the first token that Apple's page shows lacks its end. */
    static final Switch<Boolean> FIRST_TOKEN_TRUNCATED = Switch.usually(false);

    /** In practice mode somebody waits for it. */
    private static final Duration FOR_A_WHILE = Duration.ofSeconds(20);
    private static final ScenarioSpec HEALTHY_SPEC = new ScenarioSpec(Apps.ONE, StoredConnection.TOKEN,
            List.of(JobHistory::running),
            Period.ofWeeks(5), Switches.NONE);

    /** The specification of a scenario. */
    public static ScenarioSpec of(Scenario scenario) {
        return switch (scenario) {
            case HEALTHY, NO_PERMISSION -> HEALTHY_SPEC;
            case WRONG_TOKEN -> HEALTHY_SPEC.with(FIRST_TOKEN_TRUNCATED, true);
            case EXPIRED_TOKEN ->
                HEALTHY_SPEC.with(StoredConnection.NO_NOTIFICATIONS)
                        .tokenExpired(Period.ofDays(14))
                        .with(JobHistory::quarantinedByToken);
            case ROLE_SWITCHED_ON -> HEALTHY_SPEC.with(SignInSettings.ROLE_FROM_NEXT_SIGN_IN, true);
            case SESSION_ENDED -> HEALTHY_SPEC.with(SignInSettings.SESSION_ENDS, true);
            case NAME_HIDDEN -> HEALTHY_SPEC.with(GraphSettings.NAME_HIDDEN, true);
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
            case QUARANTINE_DELETES -> HEALTHY_SPEC.with(history -> history.quarantined(Reason.TOO_MANY_DELETES));
            case QUARANTINE_FAILURES -> HEALTHY_SPEC.with(history -> history.quarantined(Reason.MANY_FAILURES));
            case QUARANTINE_BY_MICROSOFT -> HEALTHY_SPEC.with(history -> history.quarantined(Reason.ON_DEMAND));
            case QUARANTINE_INTAKE -> HEALTHY_SPEC.with(history -> history.quarantined(Reason.INGESTION_INTERRUPTED));
            case QUARANTINE_OTHER -> HEALTHY_SPEC.with(history -> history.quarantined(Reason.EXCEPTION));
            case QUARANTINE_UNKNOWN -> HEALTHY_SPEC.with(history -> history.quarantined(Reason.UNKNOWN));
            case UNKNOWN_STATUS -> HEALTHY_SPEC.with(JobHistory::unknownStatus);
            case ROLE_LATER -> HEALTHY_SPEC.with(SignInSettings.ROLE_AFTER, FOR_A_WHILE);
            case APPROVAL_NEEDED -> HEALTHY_SPEC.with(SignInSettings.REFUSAL, Optional.of(SignInRefusal.APPROVAL));
            case PARTNER_ACCOUNT ->
                HEALTHY_SPEC.with(SignInSettings.REFUSAL, Optional.of(SignInRefusal.PARTNER_CONSENT));
            case DEVICE_REFUSED -> HEALTHY_SPEC.with(SignInSettings.REFUSAL, Optional.of(SignInRefusal.DEVICE));
            case MANY_APPS -> HEALTHY_SPEC.with(PracticeSettings.APPLE_NAMED_APPS, 60);
            case NEIGHBOUR_UNREADABLE -> HEALTHY_SPEC.with(PracticeSettings.UNREADABLE_NEIGHBOUR, true);
            case SEARCH_UNFINISHED -> HEALTHY_SPEC.with(Apps.NAMELESS).with(AnswerScript.RULES, UnkindRules.SEARCH);
            case SERVICE_UNWELL -> HEALTHY_SPEC.with(AnswerScript.RULES, UnkindRules.UNAVAILABLE_AT_FIRST);
            case REFUSED_AT_FIRST -> HEALTHY_SPEC.with(AnswerScript.RULES, UnkindRules.REFUSED_AT_FIRST);
            case BATCH_FAILS -> HEALTHY_SPEC.with(AnswerScript.RULES, UnkindRules.LARGE_BATCHES);
            case OLD_TOKEN_UNTESTED -> HEALTHY_SPEC.with(AnswerScript.RULES, UnkindRules.BASELINE);
            case CHECK_UNWELL -> of(Scenario.EXPIRED_TOKEN).with(AnswerScript.RULES, UnkindRules.CHECK);
            case STALE_TOKEN -> of(Scenario.EXPIRED_TOKEN).with(GraphSettings.EFFECTIVE_AFTER, FOR_A_WHILE);
            case LEFTOVER_OAUTH -> HEALTHY_SPEC.with(StoredConnection.LEFTOVER_OAUTH)
                    .with(GraphSettings.SHOWN_EMPTY, Set.of("Oauth2ClientId"));
            case EMPTY_SETTING -> HEALTHY_SPEC.with(GraphSettings.SHOWN_EMPTY, Set.of("Notes"));
            case SETTING_REWRITTEN -> HEALTHY_SPEC.with(GraphSettings.REWRITES_JSON, true);
            case SETTING_NOT_UNDERSTOOD ->
                HEALTHY_SPEC.with(GraphSettings.KNOWN_KEYS, Optional.of(StoredConnection.KNOWN_KEYS));
            case FIRST_CYCLE_RUNNING -> HEALTHY_SPEC.with(JobHistory::firstCycle);
            case NEVER_STARTED -> HEALTHY_SPEC.with(JobHistory::neverStarted);
            case QUARANTINE_WITHOUT_ERROR -> HEALTHY_SPEC.with(JobHistory::quarantinedWithoutError);
            case ERRORS_TO_CLEAN_UP -> HEALTHY_SPEC.with(JobHistory::pausedForErrors);
        };
    }

    private ScenarioSpec with(Apps others) {
        return new ScenarioSpec(others, connection, jobs, tokenExpires, switches);
    }

    private ScenarioSpec with(StoredConnection other) {
        return new ScenarioSpec(apps, other, jobs, tokenExpires, switches);
    }

    private <T> ScenarioSpec with(Switch<T> key, T value) {
        return new ScenarioSpec(apps, connection, jobs, tokenExpires, switches.with(key, value));
    }

    private ScenarioSpec with(Function<JobHistory, State> job) {
        return withJobs(List.of(job));
    }

    private ScenarioSpec withJobs(List<Function<JobHistory, State>> others) {
        return new ScenarioSpec(apps, connection, others, tokenExpires, switches);
    }

    private ScenarioSpec tokenExpired(Period ago) {
        return new ScenarioSpec(apps, connection, jobs, ago.negated(), switches);
    }
}
