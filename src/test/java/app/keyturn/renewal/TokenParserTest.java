package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.keyturn.renewal.TokenCheck.CopyArtifact;
import app.keyturn.renewal.TokenCheck.Doubt;
import app.keyturn.renewal.TokenCheck.RefusalReason;
import app.keyturn.renewal.TokenCheck.Refused;
import app.keyturn.renewal.TokenCheck.Usable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenParserTest {
    private static final String TOKEN = "abcDEF0123456789-._~+/=xyz";
    private static final String UUID = "1a431e7d-294d-a473-b2b7-e44c2d9c7a91";
    private static final int MAX_LENGTH = 4097;
    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/Berlin");

    private final TokenParser parser = onDay("2026-03-02T09:00:00Z");

    private static TokenParser onDay(String instant) {
        return new TokenParser(Clock.fixed(Instant.parse(instant), SCHOOL_TIME), false);
    }

    static Stream<Arguments> accidents() {
        return Stream.of(
                Arguments.of(TOKEN, Set.of()),
                Arguments.of(TOKEN + "\n", Set.of(CopyArtifact.LINE_BREAK)),
                Arguments.of("abcDEF0123\r\n456789-._~+/=xyz", Set.of(CopyArtifact.LINE_BREAK)),
                Arguments.of("abcDEF0123\u0085456789\u2028-._~+/=\u2029xyz", Set.of(CopyArtifact.LINE_BREAK)),
                Arguments.of("\ufeff" + TOKEN, Set.of(CopyArtifact.INVISIBLE)),
                Arguments.of("abcDEF01\u200b234\u200c56\u200d78\u20609\u00ad-._~+/=x\u200e\u202ayz",
                        Set.of(CopyArtifact.INVISIBLE)),
                Arguments.of(" \t\u00a0" + TOKEN + "\u3000\u2009 ", Set.of(CopyArtifact.WHITE_SPACE_AROUND)),
                Arguments.of("\"" + TOKEN + "\"", Set.of(CopyArtifact.QUOTES)),
                Arguments.of("'" + TOKEN + "'", Set.of(CopyArtifact.QUOTES)),
                Arguments.of("`" + TOKEN + "`", Set.of(CopyArtifact.QUOTES)),
                Arguments.of("\u201e" + TOKEN + "\u201c", Set.of(CopyArtifact.QUOTES)),
                Arguments.of("\u00ab" + TOKEN + "\u00bb", Set.of(CopyArtifact.QUOTES)),
                Arguments.of("\u2018" + TOKEN + "\u2019", Set.of(CopyArtifact.QUOTES)),
                Arguments.of("Bearer " + TOKEN, Set.of(CopyArtifact.BEARER)),
                Arguments.of("bEaReR \t" + TOKEN, Set.of(CopyArtifact.BEARER)),
                Arguments.of("Bearer\u00a0" + TOKEN, Set.of(CopyArtifact.BEARER)),
                Arguments.of("Authorization: Bearer " + TOKEN, Set.of(CopyArtifact.BEARER)),
                Arguments.of("authorization:bearer " + TOKEN, Set.of(CopyArtifact.BEARER)),
                Arguments.of("\"Authorization: Bearer '" + TOKEN + "'\"",
                        Set.of(CopyArtifact.BEARER, CopyArtifact.QUOTES)),
                Arguments.of(" \"\u200bBearer  \" " + TOKEN + "\"\r\n",
                        Set.of(CopyArtifact.WHITE_SPACE_AROUND, CopyArtifact.QUOTES, CopyArtifact.INVISIBLE,
                                CopyArtifact.BEARER,
                                CopyArtifact.LINE_BREAK)));
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void whatCopyingAddedIsTakenOutAndReported(String pasted, Set<CopyArtifact> accidents) {
        Usable usable = usable(pasted);

        assertEquals(TOKEN, usable.token().reveal());
        assertEquals(accidents, usable.removed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer\n" + TOKEN, "Authorization:\r\n Bearer\r\n" + TOKEN,
            "\n\"Bearer\n" + TOKEN + "\"\n",
            "Bearer\u2028" + TOKEN, "Bea\nrer " + TOKEN})
    void aWordBearerOnALineOfItsOwnIsTakenOut(String pasted) {
        Usable usable = usable(pasted);

        assertEquals(TOKEN, usable.token().reveal());
        assertEquals(true, usable.removed().containsAll(Set.of(CopyArtifact.BEARER, CopyArtifact.LINE_BREAK)));
    }

    @Test
    void aTokenThatBeginsWithTheLettersOfBearerIsKept() {
        assertEquals("BearerOfGoodNews-0123456789", usable("BearerOfGoodNews-0123456789").token().reveal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n", "\u200b", "\"\"", "Bearer", "Bearer ", "Authorization: Bearer",
            "'Bearer \" \u00a0\n'"})
    void nothingIsRefused(String pasted) {
        assertEquals(RefusalReason.EMPTY, refused(pasted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdef0123456789\u00fcabcdef", "abcdef\u00000123456789abcdef",
            "abcdef\u001b0123456789abcdef",
            "abcdef0123456789\u007fabcdef", "\ud83c\udf4eabcdef0123456789", "\u0430bcdef0123456789abcdef",
            "abcdef0123456789\ud800"})
    void strangeCharactersAreRefused(String pasted) {
        assertEquals(RefusalReason.STRANGE_CHARACTERS, refused(pasted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdef 0123456789abcdef", "abcdef\t0123456789abcdef", "abcdef\u00a00123456789abcdef",
            "please find the token below"})
    void blanksInTheMiddleAreRefused(String pasted) {
        assertEquals(RefusalReason.BLANKS_INSIDE, refused(pasted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://federation.apple.com/feeds/school/scim", "HTTP://example.com", "www.apple.com",
            "federation.apple.com/feeds/school/scim", "school.apple.com", "Business.Apple.com/main",
            "https://example.com/a b",
            "\"https://federation.apple.com/feeds/business/scim\""})
    void aWebAddressIsRefused(String pasted) {
        assertEquals(RefusalReason.WEB_ADDRESS, refused(pasted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it@maple.example", "first.last@appleid.maple.example", "it+apple@maple.example",
            "it_2@maple-school.example"})
    void anEMailAddressIsRefused(String pasted) {
        assertEquals(RefusalReason.EMAIL_ADDRESS, refused(pasted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCIM." + UUID, "scim.1A431E7D-294D-A473-B2B7-E44C2D9C7A91"})
    void aClientIdIsRefused(String pasted) {
        assertEquals(RefusalReason.CLIENT_ID, refused(pasted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sts.windows.net/" + UUID + "/",
            "https://login.microsoftonline.com/" + UUID + "/v2.0",
            "https://login.microsoftonline.us/x/v2.0", "https://login.partner.microsoftonline.cn/x/v2.0",
            "https://STS.Windows.net/x/"})
    void aTokenOfMicrosoftsIsRefused(String issuer) {
        assertEquals(RefusalReason.MICROSOFT_TOKEN, refused("Bearer " + jwt("{\"iss\":\"" + issuer + "\",\"exp\":1}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://federation.apple.com", "https://sts.windows.net.evil.example/", "sts.windows.net",
            "", " %%% "})
    void anotherIssuersTokenIsNot(String issuer) {
        assertInstanceOf(Usable.class, parser.read(jwt("{\"iss\":\"" + issuer + "\"}")));
    }

    @Test
    void aBareUuidIsDoubted() {
        assertEquals(Optional.of(Doubt.UUID), usable(UUID).doubt());
    }

    @ParameterizedTest
    @CsvSource({"1, SHORT", "19, SHORT", "20,", "4096,", "4097, LONG"})
    void anOddLengthIsDoubted(int length, @Nullable Doubt doubt) {
        assertEquals(Optional.ofNullable(doubt), usable("x1".repeat(MAX_LENGTH).substring(0, length)).doubt());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:00:00Z, 2027-03-02", "2028-02-29T09:00:00Z, 2029-02-28",
            "2027-02-28T09:00:00Z, 2028-02-28",
            "2026-12-31T23:30:00Z, 2028-01-01"})
    void theExpiryIsGuessedAsOneCalendarYearFromToday(String now, LocalDate expected) {
        Usable usable = assertInstanceOf(Usable.class, onDay(now).read(TOKEN));

        assertEquals(new Expiry(expected, Expiry.Source.GUESS), usable.expiry());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1804028400", "1804028400.5", "\"1804028400\"", "1.8040284e9"})
    void theExpiryOfAJwtIsReadFromIt(String exp) {
        assertEquals(new Expiry(LocalDate.of(2027, 3, 3), Expiry.Source.TOKEN),
                usable(jwt("{\"exp\":" + exp + "}")).expiry());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"soon\"", "{}", "[1]", "true", "\"NaN\"", "\"Infinity\"", "1e999999999", "-1e300",
            "31556889864403199", "-31557014167219200", "1804028400000"})
    void anExpiryThatIsNoDateIsGuessed(String exp) {
        assertEquals(Expiry.Source.GUESS, usable(jwt("{\"exp\":" + exp + "}")).expiry().source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaa.bbbbbbbbbb.cccccccccc", "..aaaaaaaaaaaaaaaaaaaaaa", "a.b.c.d.e.f.g.h.i.j.k.l",
            "e30.W10.aaaaaaaaaaaaaaaa", "eyJ9.eyJ9.aaaaaaaaaaaaaaaa"})
    void threePartsThatAreNoJwtAreAToken(String pasted) {
        assertEquals(Expiry.Source.GUESS, usable(pasted).expiry().source());
    }

    @Test
    void aJwtWithADeepNestIsReadWithoutHarm() {
        assertInstanceOf(Usable.class, parser.read(jwt("[".repeat(10_000))));
        assertInstanceOf(Usable.class, parser.read(jwt("{\"a\":".repeat(10_000))));
    }

    @Test
    void aConfirmedDateIsMarkedSo() {
        assertEquals(Expiry.Source.CONFIRMED, Expiry.confirmed(LocalDate.of(2027, 3, 2)).source());
    }

    @Test
    void aPracticeTokenIsRefusedOutsidePracticeMode() {
        assertEquals(RefusalReason.PRACTICE_TOKEN, refused("PRACTICE-0123456789abcdef"));
    }

    @Test
    void anyOtherTokenIsRefusedInPractice() {
        TokenParser practice = new TokenParser(Clock.systemUTC(), true);

        assertEquals(new Refused(RefusalReason.REAL_TOKEN_IN_PRACTICE), practice.read(TOKEN));
        assertInstanceOf(Usable.class, practice.read("PRACTICE-0123456789abcdef"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\"", "\n", "\u200b", "Bearer ", "a@", ".a", "a://", "\" "})
    void aHugePasteIsReadAtOnce(String piece) {
        String huge = "x" + piece.repeat(50_000 / piece.length()) + "x";

        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> parser.read(huge));
    }

    private Usable usable(String pasted) {
        return assertInstanceOf(Usable.class, parser.read(pasted));
    }

    private RefusalReason refused(String pasted) {
        return assertInstanceOf(Refused.class, parser.read(pasted)).reason();
    }

    private static String jwt(String claims) {
        return part("{\"alg\":\"RS256\"}") + "." + part(claims) + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
