package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.records.RenewalRecord.Address;
import app.keyturn.records.RenewalRecord.ByHand;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.records.RenewalRecord.Restart;
import app.keyturn.records.RenewalRecord.SyncBefore;
import app.keyturn.records.RenewalRecord.TestIds;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SaveTime;
import app.keyturn.renewal.SyncJob.Execution;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Result;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.SyncProof;
import app.keyturn.testkit.Records;
import app.keyturn.testkit.Tokens;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts of every possible renewal can be read back. */
class ReceiptParserTest {
    private static final Fingerprint FINGERPRINT = Fingerprint.of(Tokens.of("token"));
    private static final List<Restart> RESTARTS = Stream.of(Restart.Outcome.values())
            .map(outcome -> new Restart(outcome,
                    outcome == Restart.Outcome.LEFT_ALONE ? Optional.of("SYNC-TOO-MANY-DELETES") : Optional.empty()))
            .toList();
    private static final List<SaveProof> PROOFS = List.of(
            new SaveProof.ByResponse(Records.SAVED_AT, Optional.of("id-of-the-save")),
            new SaveProof.ByResponse(Records.SAVED_AT, Optional.empty()),
            new SaveProof.ByTest(Records.SAVED_AT, Optional.of("id-of-the-test")),
            new SaveProof.ByTest(Records.SAVED_AT, Optional.empty()),
            new SaveProof.ByResponse(new SaveTime.Undated(Optional.empty()), Optional.of("id-of-the-save")),
            new SaveProof.ByTest(new SaveTime.Undated(Optional.of(Records.SAVED_AT.minusSeconds(2400))),
                    Optional.empty()));
    private static final List<SyncProof> SYNCS = List.of(new SyncProof.NotYet(),
            new SyncProof.Seen(cycle(Result.SUCCEEDED)), new SyncProof.Seen(cycle(Result.ENTRY_LEVEL_ERRORS)),
            new SyncProof.Failed(cycle(Result.FAILED)));

    @ParameterizedTest
    @EnumSource
    void everyRenewalOfASyncWithThisStatusIsReadBack(Status status) {
        int count = 0;
        for (Schedule schedule : Schedule.values()) {
            for (Optional<QuarantineReason> reason : reasons()) {
                for (Restart restart : RESTARTS) {
                    for (SaveProof proof : PROOFS) {
                        for (SyncProof sync : SYNCS) {
                            assertReadBack(Records.with(new ByKeyturn(new SyncBefore(status, schedule, reason),
                                    new Address(Optional.empty(), Optional.empty()),
                                    new TestIds(Optional.of("id-before"), Optional.empty()), proof, restart, sync,
                                    Records.SAVED_AT.plusSeconds(600), FINGERPRINT)));
                            count++;
                        }
                    }
                }
            }
        }
        assertEquals(4 * 10 * 4 * 6 * 4, count);
    }

    @Test
    void addressesAndIdsAreReadBack() {
        for (Optional<String> before : presentOrEmpty("https://federation.apple.com/feeds/school/scim")) {
            for (Optional<String> after : presentOrEmpty("https://federation.apple.com/feeds/business/scim")) {
                for (Optional<String> tested : presentOrEmpty("id-before")) {
                    for (Optional<String> checked : presentOrEmpty("id-after")) {
                        assertReadBack(Records.with(new ByKeyturn(
                                new SyncBefore(Status.ACTIVE, Schedule.ACTIVE, Optional.empty()),
                                new Address(before, after), new TestIds(tested, checked), PROOFS.getFirst(),
                                RESTARTS.getFirst(), SYNCS.getFirst(), Records.SAVED_AT, FINGERPRINT)));
                    }
                }
            }
        }
    }

    @Test
    void everyPortalExpiryAndOldTokenIsReadBack() {
        for (Portal portal : Portal.values()) {
            for (Expiry.Source source : Expiry.Source.values()) {
                for (OldTokenStatus oldToken : OldTokenStatus.values()) {
                    for (boolean practice : List.of(true, false)) {
                        assertReadBack(new RenewalRecord(practice, "1.2.3", portal, Optional.of(Records.MAPLE),
                                Optional.of(new RenewalRecord.EnterpriseApp("\"App\" <1>\u202e", "aaaa")),
                                Records.SAVED_AT, Records.ZONE, Records.byKeyturn(new SyncProof.NotYet()),
                                new Expiry(LocalDate.of(2028, 2, 29), source), oldToken));
                    }
                }
            }
        }
    }

    @Test
    void workByHandIsReadBackEvenIfLittleIsKnown() {
        for (Optional<Fingerprint> fingerprint : presentOrEmpty(FINGERPRINT)) {
            for (Optional<RenewalRecord.SignedIn> signedIn : presentOrEmpty(Records.MAPLE)) {
                for (Optional<RenewalRecord.EnterpriseApp> app : presentOrEmpty(
                        new RenewalRecord.EnterpriseApp("Apple", "a"))) {
                    assertReadBack(new RenewalRecord(false, "1.2.3", Portal.BUSINESS, signedIn, app, Records.SAVED_AT,
                            Records.ZONE, new ByHand(fingerprint), Expiry.guessFrom(LocalDate.of(2026, 11, 23)),
                            OldTokenStatus.NOT_YET));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyturnVersion", "portal", "savedAt", "zone", "work", "expires", "expiresKnownFrom",
            "oldToken", "saveKnownFrom", "saveKnownAt", "tokenFingerprint", "syncBefore", "syncAfter", "resume",
            "tenantId", "user", "organisation", "appObjectId", "app"})
    void incompleteFactsAreNotARenewal(String member) {
        JsonObject facts = ReceiptJson.toJson(Records.with(Records.byKeyturn(SYNCS.get(1))));
        facts.remove(member);
        assertEquals(Optional.empty(), ReceiptParser.parse(facts));
        facts.addProperty(member, "?");
        if (!List.of("keyturnVersion", "tenantId", "user", "organisation", "appObjectId", "app").contains(member)) {
            assertEquals(Optional.empty(), ReceiptParser.parse(facts));
        }
        facts.addProperty(member, 3);
        assertEquals(Optional.empty(), ReceiptParser.parse(facts));
    }

    private static void assertReadBack(RenewalRecord record) {
        JsonObject written = JsonParser.parseString(ReceiptJson.toText(record)).getAsJsonObject();
        assertEquals(Optional.of(record), ReceiptParser.parse(written));
        assertEquals(Optional.of(record), ReceiptParser.parse(ReceiptJson.toJson(record)));
    }

    private static List<Optional<QuarantineReason>> reasons() {
        return Stream.concat(Stream.of(Optional.<QuarantineReason>empty()),
                Arrays.stream(QuarantineReason.values()).map(Optional::of)).toList();
    }

    private static <T> List<Optional<T>> presentOrEmpty(T value) {
        return List.of(Optional.of(value), Optional.empty());
    }

    private static Execution cycle(Result result) {
        return new Execution(Records.SAVED_AT.plusSeconds(60), Optional.of(Records.SAVED_AT.plusSeconds(90)), result);
    }
}
