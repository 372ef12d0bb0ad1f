package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Texts;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SaveTime;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.TenantUrl;
import app.keyturn.testkit.Records;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {
    private static final Expiry NEXT_YEAR = Expiry.confirmed(LocalDate.of(2027, 11, 22));
    private static final SyncProof NOT_YET = new SyncProof.NotYet();
    private static final SyncRestartResult LEFT_ALONE = new SyncRestartResult.LeftAlone(
            new Problem(ProblemCode.SYNC_TOO_MANY_DELETES, Diagnostics.at(Records.SAVED_AT)));
    private static final SyncJob.Execution CYCLE = cycle(SyncJob.Result.SUCCEEDED);

    private final Receipt receipt = new Receipt(Records.words());

    private static SyncJob.Execution cycle(SyncJob.Result result) {
        return new SyncJob.Execution(Records.SAVED_AT.plusSeconds(60), Optional.of(Records.SAVED_AT.plusSeconds(90)),
                result);
    }

    private String page(RenewalRecord record) {
        return new String(receipt.html(record), StandardCharsets.UTF_8);
    }

    /** The text of the page, with single plain spaces. */
    private String text(RenewalRecord record) {
        return page(record).replaceAll("(?s)<style>.*</style>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\\u00A0\\u202F]+", " ");
    }

    private JsonObject facts(RenewalRecord record) {
        return JsonParser.parseString(new String(receipt.json(record), StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private void assertSays(RenewalRecord record, String... texts) {
        String content = text(record);
        for (String text : texts) {
            assertTrue(content.contains(text), () -> "\"" + text + "\" is not in: " + content);
        }
    }

    private static RenewalRecord named(String tenant) {
        return Records.with(false,
                new RenewalRecord.SignedIn(new Account("it@maple.example", Records.TENANT_ID), tenant),
                Records.byKeyturn(NOT_YET), NEXT_YEAR);
    }

    private static RenewalRecord practice() {
        return Records.with(true, Records.MAPLE, Records.byKeyturn(NOT_YET), NEXT_YEAR);
    }

    @Nested
    class TheFacts {
        @Test
        void areAllOnThePage() {
            assertSays(Records.with(Records.byKeyturn(NOT_YET)), "Keyturn 1.2.3", "Apple School Manager",
                    "Maple School",
                    Records.TENANT_ID, Records.OBJECT_ID, "it@maple.example",
                    "November 23, 2026, 12:30:05 AM (UTC+01:00), Europe/Berlin", "2026-11-22T23:30:05Z",
                    "The secret token of this app.", "all other settings of this app", "Both passed.",
                    "Microsoft confirmed the save at November 23, 2026, 12:30:05 AM (UTC+01:00)", "Before Active",
                    "No sync with the new token seen yet at November 23, 2026, 12:40 AM",
                    "November 22, 2027 This date is Confirmed", "Not yet revoked", "audit logs of Microsoft Entra");
        }

        @Test
        void areAllInTheJson() {
            JsonObject facts = facts(Records.with(Records.byKeyturn(NOT_YET)));
            assertEquals("{\"format\":\"keyturn-receipt\",\"formatVersion\":1,\"practice\":false,"
                    + "\"keyturnVersion\":\"1.2.3\",\"portal\":\"SCHOOL\",\"portalSite\":\"https://school.apple.com\","
                    + "\"organisation\":\"Maple School\",\"tenantId\":\"" + Records.TENANT_ID + "\","
                    + "\"user\":\"it@maple.example\",\"app\":\"Apple School Manager\",\"appObjectId\":\""
                    + Records.OBJECT_ID + "\",\"savedAt\":\"2026-11-22T23:30:05Z\","
                    + "\"savedAtLocal\":\"2026-11-23T00:30:05+01:00\",\"zone\":\"Europe/Berlin\","
                    + "\"work\":\"BY_KEYTURN\",\"test\":\"PASSED_BEFORE_AND_AFTER_THE_SAVE\","
                    + "\"saveKnownFrom\":\"MICROSOFT_ANSWERED\",\"saveKnownAt\":\"2026-11-22T23:30:05Z\","
                    + "\"requestIds\":{},\"secretTokenChanged\":true,\"tokenFingerprint\":{\"salt\":\""
                    + "00".repeat(16) + "\",\"sha256\":\"" + "00".repeat(32) + "\"},\"addressChanged\":false,"
                    + "\"addressBefore\":\"https://federation.apple.com/feeds/school/scim\","
                    + "\"syncBefore\":{\"status\":\"ACTIVE\",\"schedule\":\"ACTIVE\"},\"syncStarted\":false,"
                    + "\"resume\":\"NOT_NEEDED\",\"syncAfter\":{\"lookedAt\":\"2026-11-22T23:40:05Z\","
                    + "\"result\":\"NOT_YET_SEEN\"},\"expires\":\"2027-11-22\",\"expiresKnownFrom\":\"CONFIRMED\","
                    + "\"oldToken\":\"NOT_YET\"}", facts.toString());
        }

        @Test
        void sayHowASaveWithALostAnswerWasProven() {
            RenewalRecord record = Records.with(Records.byKeyturn(Records.ACTIVE,
                    new SaveProof.ByTest(Records.SAVED_AT, Optional.empty()), new SyncRestartResult.NotNeeded(),
                    NOT_YET));
            assertSays(record, "The answer to the save was lost.");
            assertEquals("REFUSED_BEFORE_PASSES_NOW", facts(record).get("saveKnownFrom").getAsString());
        }

        @Test
        void sayWhoseClockItIsIfMicrosoftsAnswersHadNoDate() {
            RenewalRecord record = Records.with(Records.byKeyturn(Records.ACTIVE,
                    new SaveProof.ByResponse(new SaveTime.Undated(Optional.of(Records.SAVED_AT.minusSeconds(60))),
                            Optional.empty()),
                    new SyncRestartResult.NotNeeded(), NOT_YET));
            assertSays(record, "by the clock of this computer");
            assertEquals(record.savedAt().toString(), facts(record).get("saveKnownAt").getAsString());
            assertTrue(facts(record).get("saveKnownAtThisComputersClock").getAsBoolean());
            assertEquals(Records.SAVED_AT.minusSeconds(60).toString(),
                    facts(record).get("lastCycleBefore").getAsString());
        }

        @ParameterizedTest
        @CsvSource({"NOT_RUN, DISABLED, had never run to its end", "FIRST_CYCLE, ACTIVE, 'Active, in its first run'",
                "PAUSED_FOR_ERRORS, PAUSED, until errors are cleaned up", "PAUSED, DISABLED, Switched off"})
        void sayInWhichStateTheSyncWas(SyncJob.Status status, SyncJob.Schedule schedule, String expected) {
            assertSays(Records.with(Records.byKeyturn(Records.job(status, schedule, Optional.empty()),
                    new SaveProof.ByResponse(Records.SAVED_AT, Optional.empty()), new SyncRestartResult.NotNeeded(),
                    NOT_YET)), expected);
        }

        @Test
        void sayThatASyncRan() {
            assertSays(Records.with(Records.byKeyturn(new SyncProof.Seen(CYCLE))),
                    "\u2713 Sync has run with the new token",
                    "began at November 23, 2026, 12:31 AM and ended well");
            assertSays(Records.with(Records.byKeyturn(new SyncProof.Seen(cycle(SyncJob.Result.ENTRY_LEVEL_ERRORS)))),
                    "single accounts failed");
            RenewalRecord failed = Records.with(Records.byKeyturn(new SyncProof.Failed(cycle(SyncJob.Result.FAILED))));
            assertSays(failed, "\u2013 A sync with the new token began at November 23, 2026, 12:31 AM and failed");
            assertEquals("FAILED", facts(failed).getAsJsonObject("syncAfter").get("result").getAsString());
        }

        @Test
        void sayThatAStoppedSyncWasStarted() {
            SyncJob stopped = Records.job(SyncJob.Status.QUARANTINE, SyncJob.Schedule.ACTIVE, Optional.of(
                    new SyncJob.Quarantine(SyncJob.QuarantineReason.BAD_CREDENTIALS, Optional.empty())));
            RenewalRecord record = Records
                    .with(Records.byKeyturn(stopped, new SaveProof.ByResponse(Records.SAVED_AT, Optional.empty()),
                            new SyncRestartResult.Started(), NOT_YET));
            assertSays(record, "the old token was no longer accepted", "The stopped sync was started again.",
                    "Yes, once");
            assertTrue(facts(record).get("syncStarted").getAsBoolean());
            assertEquals("BAD_CREDENTIALS",
                    facts(record).getAsJsonObject("syncBefore").get("quarantine").getAsString());
        }

        @Test
        void sayWhyASyncWasLeftAlone() {
            RenewalRecord record = Records.with(Records.byKeyturn(Records.ACTIVE,
                    new SaveProof.ByResponse(Records.SAVED_AT, Optional.empty()), LEFT_ALONE, NOT_YET));
            assertSays(record, "No: it stands still and was left so (SYNC-TOO-MANY-DELETES)");
            assertEquals("LEFT_ALONE", facts(record).get("resume").getAsString());
            assertEquals("SYNC-TOO-MANY-DELETES", facts(record).get("resumeProblem").getAsString());
        }

        @Test
        void nameACorrectedAddressWithoutItsQuery() {
            RenewalRecord record = Records.with(Records.byKeyturn(Records.ACTIVE,
                    Optional.of(new TenantUrl("https://federation.apple.com/feeds/school/scim?whatever")),
                    new SaveProof.ByResponse(Records.SAVED_AT, Optional.empty()), new SyncRestartResult.NotNeeded(),
                    NOT_YET));
            assertSays(record, "The address accounts are sent to", "https://federation.apple.com/feeds/school/scim");
            assertFalse(text(record).contains("The address and all other settings"));
            assertFalse(page(record).contains("whatever"));
            assertFalse(facts(record).toString().contains("whatever"));
        }

        @Test
        void claimNothingAboutWorkDoneByHand() {
            RenewalRecord record = new RenewalRecord(false, "1.2.3", Portal.BUSINESS, Optional.empty(),
                    Optional.empty(), Records.SAVED_AT, Records.ZONE, new RenewalRecord.ByHand(Optional.empty()),
                    new Expiry(NEXT_YEAR.date(), Expiry.Source.GUESS), RenewalRecord.OldTokenStatus.NOT_YET);
            assertSays(record, "Done by hand, not checked by Keyturn", "Organisation Not known", "Our guess");
            String page = page(record);
            assertTrue(page.contains("<td><bdi>Not checked by Keyturn"), page);
            assertFalse(page.contains("\u2713"), "no tick");
            assertFalse(page.contains("passed"));
            assertEquals("BY_HAND_NOT_CHECKED", facts(record).get("work").getAsString());
            assertFalse(facts(record).has("test"));
        }

        @Test
        void needASignedInUserIfKeyturnDidTheWork() {
            assertThrows(IllegalArgumentException.class, () -> new RenewalRecord(false, "1", Portal.SCHOOL,
                    Optional.empty(), Optional.empty(), Records.SAVED_AT, Records.ZONE, Records.byKeyturn(NOT_YET),
                    NEXT_YEAR, RenewalRecord.OldTokenStatus.NOT_YET));
        }

        @Test
        void haveATextForEveryState() {
            for (SyncJob.Status status : SyncJob.Status.values()) {
                for (SyncJob.Schedule schedule : SyncJob.Schedule.values()) {
                    page(Records.with(Records.byKeyturn(Records.job(status, schedule, Optional.empty()),
                            new SaveProof.ByResponse(Records.SAVED_AT, Optional.empty()),
                            new SyncRestartResult.NotNeeded(),
                            NOT_YET)));
                }
            }
            for (SyncJob.QuarantineReason reason : SyncJob.QuarantineReason.values()) {
                SyncJob job = Records.job(SyncJob.Status.QUARANTINE, SyncJob.Schedule.ACTIVE,
                        Optional.of(new SyncJob.Quarantine(reason, Optional.of(Instant.EPOCH))));
                for (SyncRestartResult result : List.of(new SyncRestartResult.NotNeeded(),
                        new SyncRestartResult.Started(), new SyncRestartResult.ConsentNeeded(job),
                        LEFT_ALONE)) {
                    page(Records.with(
                            Records.byKeyturn(job, new SaveProof.ByResponse(Records.SAVED_AT, Optional.empty()), result,
                                    NOT_YET)));
                }
            }
            for (Portal portal : Portal.values()) {
                for (RenewalRecord.OldTokenStatus oldToken : RenewalRecord.OldTokenStatus.values()) {
                    for (Expiry.Source source : Expiry.Source.values()) {
                        page(new RenewalRecord(false, "1", portal, Optional.empty(), Optional.empty(),
                                Records.SAVED_AT, Records.ZONE, new RenewalRecord.ByHand(Optional.empty()),
                                new Expiry(NEXT_YEAR.date(), source), oldToken));
                    }
                }
            }
        }
    }

    @Nested
    class ThePage {
        @Test
        void escapesMarkupInNames() {
            String page = page(named("</bdi><script>alert('1')</script><img src=x onerror=\"f()\"> & Söhne"));
            assertTrue(page.contains("&lt;/bdi&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"
                    + "&lt;img src=x onerror=&quot;f()&quot;&gt; &amp; Söhne"), page);
            assertFalse(page.contains("<script") || page.contains("<img"), page);
        }

        @Test
        void removesDirectionMarksFromNames() {
            RenewalRecord record = named("Maple \u202Eloohcs\u2066\u0007\r\nx");
            assertTrue(page(record).contains("<bdi>Maple loohcs x</bdi>"), page(record));
            String json = new String(receipt.json(record), StandardCharsets.UTF_8);
            assertTrue(json.contains("Maple \\u202eloohcs\\u2066\\u0007\\r\\nx"), json);
            assertEquals("Maple \u202Eloohcs\u2066\u0007\r\nx", facts(record).get("organisation").getAsString());
        }

        @Test
        void keepsNamesInAnyScript() {
            assertSays(named("مدرسة القيقب"), "مدرسة القيقب");
            assertSays(named("Økologisk 学校 \uD83C\uDF41"), "Økologisk 学校 \uD83C\uDF41");
        }

        @Test
        void needsNoOtherFileAndRunsNoScript() {
            for (RenewalRecord record : List.of(practice(), Records.with(new RenewalRecord.ByHand(Optional.empty())))) {
                String page = page(record).toLowerCase(Locale.ROOT);
                for (String forbidden : List.of("<script", "javascript:", "<link", "<img", "<iframe", "src=", "href=",
                        "url(", "@import", " style=")) {
                    assertFalse(page.contains(forbidden), forbidden);
                }
            }
        }

        @Test
        void allowsOnlyItsOwnStyleByHash() throws NoSuchAlgorithmException {
            String page = page(practice());
            Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(page);
            assertTrue(style.find());
            String hash = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
            assertTrue(page.contains("content=\"default-src 'none'; style-src 'sha256-" + hash
                    + "'; base-uri 'none'; form-action 'none'\""), page);
        }

        @Test
        void saysPracticeAcrossThePageInTheTitleAndTheFileName() {
            String page = page(practice());
            assertTrue(page.contains("<title>PRACTICE: "), page);
            assertTrue(page.contains("<div class=\"across\" aria-hidden=\"true\"><span>PRACTICE</span>"), page);
            assertSays(practice(), "PRACTICE: this was a rehearsal. Nothing real was changed",
                    "nothing reaches Microsoft");
            assertFalse(text(practice()).contains("audit logs"), "Microsoft has no record of it");
            assertTrue(facts(practice()).get("practice").getAsBoolean());
            assertTrue(facts(practice()).get("warning").getAsString().startsWith("PRACTICE"));
            assertEquals("PRACTICE-keyturn-receipt-2026-11-23.html", receipt.fileName(practice()));
        }

        @Test
        void doesNotSayPracticeInRealMode() {
            RenewalRecord record = Records.with(Records.byKeyturn(NOT_YET));
            assertFalse(page(record).contains("PRACTICE"));
            assertFalse(facts(record).toString().contains("PRACTICE"));
            assertEquals("keyturn-receipt-2026-11-23.html", receipt.fileName(record));
        }

        @Test
        void writesDatesInTheLanguageOfItsText() {
            String page = new String(new Receipt(
                    new Texts(ResourceBundle.getBundle("app.keyturn.messages", Locale.GERMAN), Locale.GERMAN))
                    .html(Records.with(Records.byKeyturn(NOT_YET))), StandardCharsets.UTF_8);
            assertTrue(page.contains("<html lang=\"de\">"), page);
            assertTrue(page.contains("22. November 2027"), page);
            assertTrue(page.contains("23. November 2026, 00:30:05 (UTC+01:00)"), page);
        }
    }

    @Nested
    class TheToken {
        @Test
        void hasNoFieldInTheRecord() {
            Set<Class<?>> seen = new HashSet<>();
            collect(RenewalRecord.class, seen);
            assertTrue(seen.contains(SyncJob.Execution.class), "the search reaches nested types");
            for (Class<?> type : seen) {
                assertFalse(type == ScimToken.class || type.isArray() || type == Object.class, type.toString());
            }
        }

        private static void collect(Class<?> type, Set<Class<?>> seen) {
            if (!seen.add(type)) {
                return;
            }
            if (type.isSealed()) {
                for (Class<?> permitted : type.getPermittedSubclasses()) {
                    collect(permitted, seen);
                }
            }
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    collect(component.getType(), seen);
                    if (component.getGenericType() instanceof ParameterizedType generic) {
                        for (Type argument : generic.getActualTypeArguments()) {
                            if (argument instanceof Class<?> inner) {
                                collect(inner, seen);
                            }
                        }
                    }
                }
            }
        }
    }

    @Nested
    class TheFiles {
        @TempDir private Path folder;

        private final RenewalRecord record = Records.with(Records.byKeyturn(NOT_YET));

        @Test
        void haveTheSameBaseName() throws IOException {
            Path page = folder.resolve(receipt.fileName(record));
            receipt.write(record, page);
            receipt.write(record, page);
            assertArrayEquals(receipt.html(record), Files.readAllBytes(page));
            assertArrayEquals(receipt.json(record),
                    Files.readAllBytes(folder.resolve("keyturn-receipt-2026-11-23.json")));
        }

        @Test
        void neverHaveTheSameName() {
            assertEquals(Path.of("a", "b.json"), Receipt.jsonBeside(Path.of("a", "b.HTM")));
            assertEquals(Path.of("a", "b.json.json"), Receipt.jsonBeside(Path.of("a", "b.json")));
            assertEquals(Path.of("b.json"), Receipt.jsonBeside(Path.of("b")));
            assertEquals(Path.of("2026.11.json"), Receipt.jsonBeside(Path.of("2026.11")));
        }

        @Test
        void doNotReplaceAJsonFileThatIsNotAReceipt() throws IOException {
            for (String other : List.of("{\"mine\": true}", "[]", "not json {", "", "{\"format\": [1]}")) {
                Path json = Files.writeString(folder.resolve("budget.json"), other);
                assertThrows(FileAlreadyExistsException.class,
                        () -> receipt.write(record, folder.resolve("budget.html")));
                assertEquals(other, Files.readString(json));
                assertFalse(Files.exists(folder.resolve("budget.html")));
            }
        }

        @Test
        void leaveAnOldPageIfTheJsonCannotBeWritten() throws IOException {
            Path page = Files.writeString(folder.resolve("r.html"), "old");
            Files.createDirectory(folder.resolve("r.json"));
            assertThrows(IOException.class, () -> receipt.write(record, page));
            assertEquals("old", Files.readString(page));
        }
    }
}
