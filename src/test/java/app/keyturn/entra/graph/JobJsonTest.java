package app.keyturn.entra.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Result;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Microsoft's jobs, read over HTTP. */
class JobJsonTest {
    @Test
    void aHealthyJobIsReadWhole() throws Exception {
        SyncJob job = read("""
                {"id":"scim.tenant.guid","templateId":"scim",
                 "schedule":{"expiration":null,"interval":"PT40M","state":"Active"},
                 "status":{"code":"Active","countSuccessiveCompleteFailures":0,"escrowsPruned":false,
                  "steadyStateFirstAchievedTime":"0001-01-01T00:00:00Z","quarantine":null,"progress":[],
                  "lastExecution":{"state":"EntryLevelErrors","timeBegan":"2026-01-30T02:00:00.1234567Z",
                   "timeEnded":"2026-01-30T02:00:02Z","error":null},
                  "lastSuccessfulExecution":{"state":"Succeeded","timeBegan":"2026-01-29T02:00:00Z",
                   "timeEnded":"2026-01-29T02:00:02Z"},
                  "synchronizedEntryCountByType":[{"key":"User to x","value":412}]}}""");
        Instant began = Instant.parse("2026-01-30T02:00:00.1234567Z");
        assertEquals(new SyncJob("scim.tenant.guid", Status.ACTIVE, Schedule.ACTIVE, Optional.empty(),
                Optional.of(new SyncJob.Execution(began, Optional.of(Instant.parse("2026-01-30T02:00:02Z")),
                        Result.ENTRY_LEVEL_ERRORS)),
                Optional.of(Instant.parse("2026-01-29T02:00:02Z"))), job);
    }

    @ParameterizedTest
    @CsvSource({"EncounteredQuarantineException,SystemForCrossDomainIdentityManagementCredentialValidationFailure,"
            + "UNNAMED_FAILURE", "EncounteredQuarantineException,,UNNAMED_FAILURE",
            "EncounteredQuarantineException,SalesforceInvalidCredentials,OTHER",
            "EncounteredQuarantineException,SomethingElse,OTHER", "TooManyDeletes,,TOO_MANY_DELETES",
            "EncounteredBaseEscrowThreshold,,MANY_FAILURES", "EncounteredTotalEscrowThreshold,,MANY_FAILURES",
            "EncounteredEscrowProportionThreshold,,MANY_FAILURES", "QuarantinedOnDemand,,BY_MICROSOFT",
            "IngestionInterrupted,,INTAKE_INTERRUPTED",
            "QuarantineOnDemand,,BY_MICROSOFT", "Unknown,,NOT_GIVEN", "FutureReason,,UNKNOWN",
            "FutureReason,SystemForCrossDomainIdentityManagementCredentialValidationFailure,UNKNOWN"})
    void aQuarantineHasItsReason(String reason, String errorCode, QuarantineReason expected) throws Exception {
        String error = errorCode == null ? "null" : "{\"code\":\"" + errorCode + "\",\"message\":\"m\"}";
        SyncJob job = read("{\"id\":\"j\",\"schedule\":{\"state\":\"Active\"},\"status\":{\"code\":\"Quarantine\","
                + "\"quarantine\":{\"reason\":\"" + reason + "\",\"seriesBegan\":\"2026-01-24T02:00:02Z\",\"error\":"
                + error + "}}}");
        assertEquals(Status.QUARANTINE, job.status());
        assertEquals(new SyncJob.Quarantine(expected, Optional.of(Instant.parse("2026-01-24T02:00:02Z"))),
                job.quarantine().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"NotConfigured,Disabled,NOT_CONFIGURED,DISABLED", "NotRun,Paused,NOT_RUN,PAUSED",
            "Paused,Active,PAUSED,ACTIVE", "FutureCode,FutureState,UNKNOWN,UNKNOWN", "'','',UNKNOWN,UNKNOWN"})
    void aStateThatIsNotKnownStaysUnknown(String code, String state, Status status, Schedule schedule)
            throws Exception {
        SyncJob job = read("{\"id\":\"j\",\"schedule\":{\"state\":\"" + state + "\"},\"status\":{\"code\":\"" + code
                + "\",\"lastExecution\":{\"state\":\"FutureResult\",\"timeBegan\":\"2026-01-24T02:00:02Z\","
                + "\"timeEnded\":\"0001-01-01T00:00:00Z\"}}}");
        assertEquals(status, job.status());
        assertEquals(schedule, job.schedule());
        SyncJob.Execution cycle = job.lastExecution().orElseThrow();
        assertEquals(Result.UNKNOWN, cycle.result());
        assertEquals(Optional.empty(), cycle.ended());
    }

    @Test
    void aBareJobIsNoError() throws Exception {
        assertEquals(new SyncJob("j", Status.UNKNOWN, Schedule.UNKNOWN, Optional.empty(), Optional.empty(),
                Optional.empty()), read("{\"id\":\"j\"}"));
    }

    @Test
    void theExampleInMicrosoftsDocumentationIsRead() throws Exception {
        SyncJob job = read("""
                {"id":"{jobId}","templateId":"BoxOutDelta",
                 "schedule":{"expiration":null,"interval":"P10675199DT2H48M5.4775807S","state":"Disabled"},
                 "status":{"countSuccessiveCompleteFailures":0,"code":"Paused","lastExecution":null,
                  "steadyStateFirstAchievedTime":"0001-01-01T00:00:00Z",
                  "quarantine":{"currentBegan":"","nextAttempt":"","reason":"","seriesBegan":"","seriesCount":2,
                   "error":{"code":"SalesforceInvalidCredentials","message":"m","tenantActionable":true}},
                  "troubleshootingUrl":null}}""");
        assertEquals(Status.PAUSED, job.status());
        assertEquals(new SyncJob.Quarantine(QuarantineReason.NOT_GIVEN, Optional.empty()),
                job.quarantine().orElseThrow());
    }

    private static SyncJob read(String json) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, json))) {
            return stub.provisioning().readJob("app", "job");
        }
    }
}
