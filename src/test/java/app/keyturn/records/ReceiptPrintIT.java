package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.i18n.Texts;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.TenantUrl;
import app.keyturn.testkit.PrintingBrowser;
import app.keyturn.testkit.Records;
import app.keyturn.visual.Gallery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prints the receipt with a browser and checks that all of it is on the paper. Pictures go to the gallery. */
class ReceiptPrintIT {
    private static final Optional<PrintingBrowser> BROWSER = PrintingBrowser.onPath();
    private static final List<Paper> PAPERS = List.of(new Paper("a4", PDRectangle.A4),
            new Paper("letter", PDRectangle.LETTER));
    private static final Expiry NEXT_YEAR = Expiry.confirmed(LocalDate.of(2027, 11, 22));
    private static final float LEFT = millimetres(20);
    private static final float RIGHT = millimetres(16);
    private static final float TOP_AND_BOTTOM = millimetres(14);
    /** A browser rounds to its own pixels. */
    private static final float TOLERANCE = 1;
    /** In points. */
    private static final float MIN_FONT_SIZE = 8;

    @TempDir private Path folder;

    @BeforeAll
    static void needABrowser() {
        assumeTrue(BROWSER.isPresent(),
                () -> "No " + PrintingBrowser.NAMES
                        + " is on the PATH, so no receipt was printed; on Debian, install chromium");
    }

    @AfterAll
    static void showThePictures() {
        Gallery.writeIndex();
    }

    /**
     * A paper size.
     *
     * @param name in CSS
     * @param size in points
     */
    private record Paper(String name, PDRectangle size) {}

    /**
     * A receipt to print.
     *
     * @param name for its pictures
     * @param maxSheets on how many sheets it must fit
     */
    record Kind(String name, Locale language, RenewalRecord record, int maxSheets) {
        Texts texts() {
            return new Texts(Messages.in(language).bundle(), language);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Kind> kinds() {
        return List.of(new Kind("english", Locale.ENGLISH, complete(false, "Maple School"), 2),
                new Kind("german", Locale.GERMAN, complete(false, "Ahornschule"), 2),
                new Kind("japanese", Locale.JAPANESE, complete(false, "楓の木学園"), 2),
                new Kind("practice", Locale.ENGLISH, complete(true, "Maple School"), 2),
                new Kind("by-hand", Locale.ENGLISH, byHand(), 2), new Kind("long", Locale.ENGLISH, longNames(), 3));
    }

    /** With everything possible: a corrected address, and a stopped sync that was started. */
    private static RenewalRecord complete(boolean practice, String tenant) {
        return Records.with(practice,
                new RenewalRecord.SignedIn(new Account("it@maple.example", Records.TENANT_ID), tenant),
                restarted("https://federation.apple.com/feeds/school/scim"), NEXT_YEAR);
    }

    private static RenewalRecord.ByKeyturn restarted(String address) {
        SyncJob stopped = Records.job(SyncJob.Status.QUARANTINE, SyncJob.Schedule.ACTIVE, Optional.of(
                new SyncJob.Quarantine(SyncJob.QuarantineReason.BAD_CREDENTIALS, Optional.empty())));
        SyncProof ran = new SyncProof.Seen(new SyncJob.Execution(Records.SAVED_AT.plusSeconds(60),
                Optional.of(Records.SAVED_AT.plusSeconds(90)), SyncJob.Result.SUCCEEDED));
        return Records.byKeyturn(stopped, Optional.of(new TenantUrl(address)),
                new SaveProof.ByTest(Records.SAVED_AT, Optional.of("1a2b3c4d-1111-2222-3333-444455556666")),
                new SyncRestartResult.Started(), ran);
    }

    private static RenewalRecord byHand() {
        return new RenewalRecord(false, "1.2.3", Portal.BUSINESS, Optional.empty(), Optional.empty(), Records.SAVED_AT,
                Records.ZONE, new RenewalRecord.ByHand(Optional.empty()),
                new Expiry(NEXT_YEAR.date(), Expiry.Source.GUESS),
                RenewalRecord.OldTokenStatus.NOT_YET);
    }

    private static RenewalRecord longNames() {
        String markup = "<img src=x onerror=alert(1)> & </bdi></td> ";
        return new RenewalRecord(false, "1.2.3-SNAPSHOT", Portal.SCHOOL,
                Optional.of(new RenewalRecord.SignedIn(
                        new Account("a".repeat(113) + "@" + "b".repeat(60) + ".onmicrosoft.example", Records.TENANT_ID),
                        markup + "Gymnasiumsverwaltungsgemeinschaft".repeat(6))),
                Optional.of(new RenewalRecord.EnterpriseApp("Apple School Manager ".repeat(12).strip(),
                        Records.OBJECT_ID)),
                Records.SAVED_AT, Records.ZONE,
                restarted("https://federation.apple.com/feeds/" + "school".repeat(60) + "/scim"), NEXT_YEAR,
                RenewalRecord.OldTokenStatus.NOT_REVOKED);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isCompleteOnThePaper(Kind kind) throws IOException, InterruptedException {
        assumeTrue(!kind.language().equals(Locale.JAPANESE) || hasJapaneseFont(),
                "No Japanese font is installed, so the Japanese receipt was not printed");
        for (Paper paper : PAPERS) {
            PrintedReceipt printout = print(kind, paper);
            for (int sheet = 0; sheet < printout.sheets().size(); sheet++) {
                Gallery.add("receipt-" + kind.name() + "-" + (sheet + 1), paper.name(),
                        printout.pictures().get(sheet));
                assertEquals(paper.size().getWidth(), printout.sheets().get(sheet).getWidth(), TOLERANCE, paper.name());
                assertEquals(paper.size().getHeight(), printout.sheets().get(sheet).getHeight(), TOLERANCE,
                        paper.name());
            }
            assertContainsEveryFact(kind, printout);
            assertWithinTheMargins(paper, printout);
            assertTrue(printout.sheets().size() <= kind.maxSheets(), () -> printout.sheets().size() + " sheets");
        }
    }

    private static void assertContainsEveryFact(Kind kind, PrintedReceipt printout) {
        ReceiptText content = new ReceiptText(kind.texts(), kind.record());
        assertContains(printout, kind.texts().text("receipt.kind"));
        assertContains(printout, content.headline());
        content.ticks().forEach(tick -> assertContains(printout, tick.text()));
        for (ReceiptText.Section section : content.sections()) {
            assertContains(printout, section.title());
            section.rows().forEach(row -> assertContains(printout, row.label() + row.value()));
        }
        assertContains(printout, kind.texts().text("receipt.noSecret"));
        assertContains(printout, kind.texts().text("receipt.writtenBy", kind.record().keyturnVersion()));
        if (kind.record().practice()) {
            assertContains(printout, kind.texts().text("receipt.practice", RenewalRecord.PRACTICE_MARK));
        } else {
            assertFalse(printout.text().contains(RenewalRecord.PRACTICE_MARK));
        }
    }

    private static void assertContains(PrintedReceipt printout, String text) {
        assertTrue(printout.text().contains(PrintedReceipt.normalize(text)),
                () -> "\"" + text + "\" is not in: " + printout.text());
    }

    private static void assertWithinTheMargins(Paper paper, PrintedReceipt printout) {
        float right = paper.size().getWidth() - RIGHT;
        float top = paper.size().getHeight() - TOP_AND_BOTTOM;
        for (PrintedReceipt.Letter letter : printout.letters()) {
            assertTrue(Math.min(letter.left(), letter.right()) >= LEFT - TOLERANCE
                    && Math.max(letter.left(), letter.right()) <= right + TOLERANCE
                    && letter.base() >= TOP_AND_BOTTOM - TOLERANCE && letter.top() <= top + TOLERANCE,
                    () -> letter + " is outside the margins of " + paper);
            assertTrue(letter.size() >= MIN_FONT_SIZE, letter::toString);
        }
    }

    private PrintedReceipt print(Kind kind, Paper paper) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(folder.resolve(paper.name()));
        Path page = directory.resolve("receipt.html");
        new Receipt(kind.texts()).write(kind.record(), page);
        Files.writeString(page, withPaperSize(paper, Files.readString(page)));
        Path pdf = directory.resolve("receipt.pdf");
        BROWSER.orElseThrow().print(page, pdf, directory);
        return PrintedReceipt.read(pdf);
    }

    /**
     * Adds a paper size to the style, which the print dialog would otherwise set. The page accepts its style only by
     * hash, so the hash is changed, too.
     */
    private static String withPaperSize(Paper paper, String page) {
        Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(page);
        assertTrue(style.find());
        String sized = style.group(1) + "@page { size: " + paper.name() + "; }";
        return page.replace(style.group(1), sized).replace(hash(style.group(1)), hash(sized));
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean hasJapaneseFont() throws InterruptedException {
        try {
            Process fonts = new ProcessBuilder("fc-list", ":lang=ja").redirectErrorStream(true).start();
            boolean found = fonts.getInputStream().readAllBytes().length > 0;
            return fonts.waitFor() == 0 && found;
        } catch (IOException missing) {
            return false;
        }
    }

    private static float millimetres(float length) {
        return length * 72 / 25.4f;
    }
}
