package app.keyturn.pages.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.start.KnownOrganisations.Urgency;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.ReminderSeries;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownOrganisationsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final ExpiryEntry MAPLE = entry("Maple School", "1111AAAA", "Accounts to Apple", "it@maple.example",
            100);
    private static final ExpiryEntry OAK = entry("Oak \u00c4cademy", "2222bbbb", "Apple School Manager",
            "Kim@Oak.example",
            200);

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    private final Messages messages = Messages.in(Locale.ENGLISH);

    @BeforeEach
    void renewTwo() throws IOException {
        ExpiryBook.open(folder).restore(MAPLE);
        ExpiryBook.open(folder).restore(OAK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maple", "MAPLE", " Maple School ", "aple s", "1111aaaa", "11AA", "accounts TO",
            "IT@MAPLE", "maple.example"})
    void anOrganisationIsFoundByPartOfItsNameAppUserOrId(String text) {
        KnownOrganisations known = known();
        known.search().set(text);
        assertEquals(List.of(MAPLE), known.matches());
        assertEquals(2, known.all().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"oak", "\u00c4CADEMY", "\u00e4cademy", "kim@oak", "KIM", "2222BBBB", "school manager"})
    void theOtherOrganisationIsFoundTheSameWay(String text) {
        KnownOrganisations known = known();
        known.search().set(text);
        assertEquals(List.of(OAK), known.matches());
    }

    @Test
    void anEmptySearchShowsAllAndAnUnknownTextNone() {
        KnownOrganisations known = known();
        assertEquals(List.of(MAPLE, OAK), known.matches());
        known.search().set("elm");
        assertEquals(List.of(), known.matches());
        known.search().set("  ");
        assertEquals(List.of(MAPLE, OAK), known.matches());
        known.search().set("example");
        assertEquals(List.of(MAPLE, OAK), known.matches());
    }

    @ParameterizedTest
    @CsvSource({"-400, PAST", "-1, PAST", "0, SOON", "1, SOON", "60, SOON", "61, LATER", "400, LATER"})
    void urgencyFollowsTheRemainingDays(int days, Urgency expected) {
        assertEquals(expected, known().urgency(ending(days)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "-1 | Elm School: expired yesterday. Renew the token now, so that changes reach Apple again.",
            "0 | Elm School: expires today. It is time to renew the token.",
            "60 | Elm School: expires in 60 days. It is time to renew the token.", "61 | ''"})
    void theFirstToExpireIsNamedOnceItIsTime(int days, String expected) throws IOException {
        ExpiryBook.open(folder).restore(ending(days));
        assertEquals(expected, known().expiringSoon(messages));
    }

    @Test
    void withoutOrganisationsNoneIsNamed() {
        assertEquals("", new KnownOrganisations(Optional.empty(), CLOCK).expiringSoon(messages));
        assertEquals("", new KnownOrganisations(Optional.empty(), CLOCK).bookProblem(messages));
    }

    @Test
    void theQuestionAloneForgetsNothing() {
        KnownOrganisations known = known();
        known.askToForget(MAPLE);
        assertEquals(MAPLE, known.forgetQuestion().get());
        known.keep();
        assertNull(known.forgetQuestion().get());
        assertEquals(List.of(MAPLE, OAK), known.all());
        assertEquals(2, ExpiryBook.open(folder).entries().size());
    }

    @Test
    void aForgottenOrganisationLeavesTheListAndTheBook() {
        KnownOrganisations known = known();
        known.askToForget(MAPLE);
        assertTrue(known.forget());
        assertNull(known.forgetQuestion().get());
        assertEquals(List.of(OAK), known.all());
        assertEquals(List.of(OAK), known.matches());
        assertEquals(List.of(OAK), ExpiryBook.open(folder).entries());
    }

    @Test
    void withoutTheQuestionNothingIsForgotten() {
        KnownOrganisations known = known();
        assertTrue(known.forget());
        assertEquals(2, ExpiryBook.open(folder).entries().size());
    }

    @Test
    void ifTheBookCannotBeWrittenNothingIsForgotten() throws IOException {
        KnownOrganisations known = known();
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
        Files.move(folder, elsewhere);
        Files.createFile(folder);
        try {
            known.askToForget(MAPLE);
            assertFalse(known.forget());
            assertNull(known.forgetQuestion().get());
            assertEquals(List.of(MAPLE, OAK), known.all());
            assertEquals(messages.text("start.book.NOT_WRITTEN"), known.bookProblem(messages));
        } finally {
            Files.delete(folder);
            Files.move(elsewhere, folder);
        }
        assertEquals(2, ExpiryBook.open(folder).entries().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Other app | bbbb | 1111aaaa | SCHOOL | Maple School (Accounts to Apple) | Maple School (Other app)",
            "accounts to apple | bbbb | 1111AAAA | SCHOOL | Maple School (Accounts to Apple, object ID aaaa) "
                    + "| Maple School (accounts to apple, object ID bbbb)",
            "Other app | bbbb | 1111AAAA | BUSINESS | Maple School | Maple School",
            "Accounts to Apple | bbbb | 3333 | SCHOOL | Maple School | Maple School",
            "'' | '' | 1111AAAA | SCHOOL | Maple School (Accounts to Apple) | Maple School"})
    void twoAppsOfOneOrganisationAreToldApartByTheirNames(String app, String appId, String tenantId, Portal portal,
            String first, String second) throws IOException {
        ExpiryEntry other = new ExpiryEntry(portal, "Maple School", tenantId, app, appId, "it@maple.example",
                Instant.parse("2026-01-02T03:04:05Z"), Expiry.confirmed(TODAY.plusDays(150)), List.of(),
                ReminderSeries.create(), Optional.empty());
        KnownOrganisations known = known(MAPLE, other);
        assertEquals(List.of(first, second),
                known.all().stream().map(entry -> known.organisation(entry, messages)).toList());
    }

    private KnownOrganisations known(ExpiryEntry... entries) throws IOException {
        Path book = ExpiryBook.open(folder).path();
        Files.writeString(book, "{\"format\": \"keyturn-expiry-book\", \"version\": 1, \"organisations\": ["
                + Stream.of(entries).map(KnownOrganisationsTest::json).collect(Collectors.joining(",")) + "]}");
        return known();
    }

    private static String json(ExpiryEntry entry) {
        return """
                {"portal": "%s", "organisation": "%s", "tenantId": "%s", "app": "%s", "appObjectId": "%s",
                 "user": "it@maple.example", "renewedAt": "2026-01-02T03:04:05Z", "expires": "%s",
                 "expiresKnownFrom": "CONFIRMED"}
                """.formatted(entry.portal(), entry.tenantName(), entry.tenantId(), entry.appName(),
                entry.appObjectId(), entry.expiry().date());
    }

    private KnownOrganisations known() {
        return new KnownOrganisations(Optional.of(ExpiryBook.open(folder)), CLOCK);
    }

    private static ExpiryEntry ending(int days) {
        return entry("Elm School", "3333", "Apple", "it@elm.example", days);
    }

    private static ExpiryEntry entry(String name, String tenantId, String app, String user, int days) {
        return new ExpiryEntry(Portal.SCHOOL, name, tenantId, app, "aaaa", user,
                Instant.parse("2026-01-02T03:04:05Z"), Expiry.confirmed(TODAY.plusDays(days)), List.of(),
                ReminderSeries.create(), Optional.empty());
    }
}
