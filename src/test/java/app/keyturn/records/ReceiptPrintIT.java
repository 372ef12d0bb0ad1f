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

/** The receipt as a browser prints it: is all of it on the paper? Pictures are left in the gallery. */
class ReceiptPrintIT {
    private static final Optional<PrintingBrowser> BROWSER = PrintingBrowser.onPath();
    private static final List<Paper> PAPERS = List.of(new Paper("a4", PDRectangle.A4),
            new Paper("letter", PDRectangle.LETTER));
    private static final Expiry NEXT_YEAR = Expiry.confirmed(LocalDate.of(2027, 11, 22));
    private static final float LEFT = millimetres(20);
    private static final float RIGHT = millimetres(16);
    private static final float TOP_AND_BOTTOM = millimetres(14);
    /** A browser rounds to its own pixels. */
    private static final float SLACK = 1;
    /** Points. */
    private static final float SMALLEST_PRINT = 8;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needABrowser() {
        assumeTrue(BROWSER.isPresent(),
                () -> "No " + PrintingBrowser.NAMES
                        + " is on the PATH, so no receipt was printed; on Debian install chromium");
    }

    @AfterAll
    static void showThePictures() {
        Gallery.writeIndex();
    }

    /**
     * A paper people print on.
     *
     * @param name for a style
     * @param size in points
     */
    private record Paper(String name, PDRectangle size) {}

    /**
     * A receipt people print.
     *
     * @param name for its pictures
     * @param language of its words
     * @param record what it tells
     * @param mostSheets on how many sheets it has to fit
     */
    record Kind(String name, Locale language, RenewalRecord record, int mostSheets) {
        Texts texts() {
            return new Texts(Messages.in(language).bundle(), language);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Kind> kinds() {
        return List.of(new Kind("english", Locale.ENGLISH, whole(false, "Maple School"), 2),
                new Kind("german", Locale.GERMAN, whole(false, "Ahornschule"), 2),
                new Kind("japanese", Locale.JAPANESE, whole(false, "楓の木学園"), 2),
                new Kind("practice", Locale.ENGLISH, whole(true, "Maple School"), 2),
                new Kind("by-hand", Locale.ENGLISH, byHand(), 2), new Kind("long", Locale.ENGLISH, longNames(), 3));
    }

    /** All there can be to tell: an address put right, and a stopped sync that runs again. */
    private static RenewalRecord whole(boolean practice, String tenant) {
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
                new SaveProof.SeenToChange(Records.SAVED_AT, Optional.of("1a2b3c4d-1111-2222-3333-444455556666")),
                new SyncRestartResult.Started(), ran);
    }

    private static RenewalRecord byHand() {
        return new RenewalRecord(false, "1.2.3", Portal.BUSINESS, Optional.empty(), Optional.empty(), Records.SAVED_AT,
                Records.ZONE, new RenewalRecord.ByHand(Optional.empty()),
                new Expiry(NEXT_YEAR.date(), Expiry.Source.GUESS),
                RenewalRecord.OldTokenFate.NOT_YET);
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
                RenewalRecord.OldTokenFate.NOT_REVOKED);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void standsWholeOnThePaper(Kind kind) throws IOException, InterruptedException {
        assumeTrue(!kind.language().equals(Locale.JAPANESE) || hasLettersForJapanese(),
                "No font of this system has the letters of Japanese, so its receipt was not printed");
        for (Paper paper : PAPERS) {
            PrintedReceipt printout = print(kind, paper);
            for (int sheet = 0; sheet < printout.sheets().size(); sheet++) {
                Gallery.add("receipt-" + kind.name() + "-" + (sheet + 1), paper.name(),
                        printout.pictures().get(sheet));
                assertEquals(paper.size().getWidth(), printout.sheets().get(sheet).getWidth(), SLACK, paper.name());
                assertEquals(paper.size().getHeight(), printout.sheets().get(sheet).getHeight(), SLACK, paper.name());
            }
            holdsEveryFact(kind, printout);
            isWithinTheMargins(paper, printout);
            assertTrue(printout.sheets().size() <= kind.mostSheets(), () -> printout.sheets().size() + " sheets");
        }
    }

    private static void holdsEveryFact(Kind kind, PrintedReceipt printout) {
        ReceiptText words = new ReceiptText(kind.texts(), kind.record());
        holds(printout, kind.texts().text("receipt.kind"));
        holds(printout, words.headline());
        words.ticks().forEach(tick -> holds(printout, tick.text()));
        for (ReceiptText.Section section : words.sections()) {
            holds(printout, section.title());
            section.rows().forEach(row -> holds(printout, row.label() + row.value()));
        }
        holds(printout, kind.texts().text("receipt.noSecret"));
        holds(printout, kind.texts().text("receipt.writtenBy", kind.record().keyturnVersion()));
        if (kind.record().practice()) {
            holds(printout, kind.texts().text("receipt.practice", PracticeMark.WORD));
        } else {
            assertFalse(printout.text().contains(PracticeMark.WORD));
        }
    }

    private static void holds(PrintedReceipt printout, String text) {
        assertTrue(printout.text().contains(PrintedReceipt.squeezed(text)),
                () -> "\"" + text + "\" is not in: " + printout.text());
    }

    private static void isWithinTheMargins(Paper paper, PrintedReceipt printout) {
        float right = paper.size().getWidth() - RIGHT;
        float top = paper.size().getHeight() - TOP_AND_BOTTOM;
        for (PrintedReceipt.Letter letter : printout.letters()) {
            assertTrue(Math.min(letter.left(), letter.right()) >= LEFT - SLACK
                    && Math.max(letter.left(), letter.right()) <= right + SLACK
                    && letter.base() >= TOP_AND_BOTTOM - SLACK && letter.top() <= top + SLACK,
                    () -> letter + " is outside of what is printed on " + paper);
            assertTrue(letter.size() >= SMALLEST_PRINT, letter::toString);
        }
    }

    private PrintedReceipt print(Kind kind, Paper paper) throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve(paper.name()));
        Path page = place.resolve("receipt.html");
        new Receipt(kind.texts()).write(kind.record(), page);
        Files.writeString(page, on(paper, Files.readString(page)));
        Path pdf = place.resolve("receipt.pdf");
        BROWSER.orElseThrow().print(page, pdf, place);
        return PrintedReceipt.read(pdf);
    }

    /**
     * The page with a size of paper in its style, which the print window would say otherwise. The page takes a style by
     * its hash alone, so that is put right, too.
     */
    private static String on(Paper paper, String page) {
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

    private static boolean hasLettersForJapanese() throws InterruptedException {
        try {
            Process fonts = new ProcessBuilder("fc-list", ":lang=ja").redirectErrorStream(true).start();
            boolean some = fonts.getInputStream().readAllBytes().length > 0;
            return fonts.waitFor() == 0 && some;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static float millimetres(float length) {
        return length * 72 / 25.4f;
    }
}
