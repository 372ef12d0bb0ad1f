package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.TokenCheck.CopyArtifact;
import app.keyturn.renewal.TokenCheck.Doubt;
import app.keyturn.renewal.TokenCheck.RefusalReason;
import app.keyturn.renewal.TokenCheck.Refused;
import app.keyturn.renewal.TokenCheck.Usable;
import app.keyturn.testkit.PastedTexts;
import app.keyturn.testkit.Seed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token with what screens, notes, files and mail put around it: the token itself comes out, or a question. */
class PastedNeighboursTest {
    /** A busy computer takes seconds at most; a time that grows with the square of the length is far longer. */
    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(1);

    private static final String TOKEN = "q7Zt.K2m_vX9-bR4~nL8+wE1/cY6pH3sJ5dG0fA==";
    private static final String OTHER = "Wn3.B8x_kP5-tD1~hM6+yV9/gS2zQ7jU4rC0lE==";
    private static final String WRAPPED = "Zq7Kt2mvX9bR4nL8wE1cY6pH3sJ5dG0fATuIoPaSdFgHjKlZxCvBnMqWeRtYuIoP0a1b2c3d"
            + "4e5f6g7h8i9j";
    private static final int NEIGHBOURS = 10_000;

    private final TokenParser parser = new TokenParser(Clock.systemUTC(), false);

    @ParameterizedTest
    @MethodSource("app.keyturn.testkit.PastedTexts#labels")
    void aLabelIsTakenOutAndSaid(String label) {
        Usable usable = clear(label + TOKEN);

        assertEquals(TOKEN, usable.token().reveal());
        assertTrue(usable.removed().contains(CopyArtifact.LABEL), usable.removed()::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            ‹@› § QUOTES,BRACKETS
            <@> § BRACKETS
            [@] § BRACKETS
            (@) § BRACKETS
            {@} § BRACKETS
            「@」 § BRACKETS
            『@』 § BRACKETS
            【@】 § BRACKETS
            （@） § BRACKETS
            ＜@＞ § BRACKETS
            (@ § BRACKETS
            @) § BRACKETS
            @, § MARKUP
            @; § MARKUP
            @。 § MARKUP
            **@** § MARKUP
            *@* § MARKUP
            > @ § MARKUP,BRACKETS,WHITE_SPACE_AROUND
            - @ § MARKUP
            • @ § MARKUP
            1. @ § MARKUP
            |@| § MARKUP
            <code>@</code> § MARKUP,LINE_BREAK
            <td class="x">@</td> § MARKUP,LINE_BREAK
            @&nbsp; § ENCODED,WHITE_SPACE_AROUND
            &quot;@&quot; § ENCODED,QUOTES
            &lt;@&gt; § ENCODED,BRACKETS
            | Token | @ | § MARKUP,LABEL,WHITE_SPACE_AROUND
            {"token": "@"} § BRACKETS,QUOTES,LABEL,WHITE_SPACE_AROUND
            {"secret_token":"@"} § BRACKETS,QUOTES,LABEL
            {"secretToken": "@"} § BRACKETS,QUOTES,LABEL,WHITE_SPACE_AROUND
            scimToken=@ § LABEL
            <token>@</token> § MARKUP,LINE_BREAK
            <key>Token</key><string>@</string> § MARKUP,LINE_BREAK,LABEL
            SECRET_TOKEN='@'; § LABEL,QUOTES,MARKUP
            "Token","@" § QUOTES,LABEL
            Token: **@** § LABEL,MARKUP,WHITE_SPACE_AROUND
            Token: Bearer @ § LABEL,BEARER,WHITE_SPACE_AROUND
            @@ § REPEATED
            @@@ § REPEATED
            @ @ § REPEATED
            @,@ § REPEATED
            """)
    void whatNoTokenContainsIsTakenOut(String pattern, String possible) {
        Usable usable = clear(pattern.replace("@", TOKEN));

        assertEquals(TOKEN, usable.token().reveal());
        assertTrue(!usable.removed().isEmpty() && usable.removed()
                .stream()
                .allMatch(artifact -> possible.contains(artifact.name())), usable.removed()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n", " \n", "\u2028", "\n> "})
    void theSameTokenOnTwoLinesIsKeptOnce(String between) {
        Usable usable = clear(TOKEN + between + TOKEN);

        assertEquals(TOKEN, usable.token().reveal());
        assertTrue(usable.removed().contains(CopyArtifact.REPEATED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n", ",", " ", ";", " | ", "\n> "})
    void twoDifferentTokensAreNamed(String between) {
        assertEquals(RefusalReason.TWO_TOKENS, refused(TOKEN + between + OTHER));
        assertEquals(RefusalReason.TWO_TOKENS, refused("Token: " + TOKEN + "\nNew token: " + OTHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"********************************", "••••••••••••", "●●●●●●●●", "●●●●●●●●AbC4",
            "Ab12********",
            "Token: ••••••••••", "····················", "................", "________________________",
            "--------------------", "####################"})
    void aMaskIsNamed(String pasted) {
        assertEquals(RefusalReason.MASKED, refused(pasted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"‹@…>", "@…", "…@", "@…@", "Token: @…", "\"@…\"", "<@…>", "@⋯", "@ …"})
    void anEllipsisIsNamed(String pattern) {
        assertEquals(RefusalReason.CUT_OFF, refused(pattern.replace("@", TOKEN)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            @... § CUT_OFF
            ...@ § CUT_OFF
            xxxxxxxxxxxxxxxxxxxxxxxx § MASKED
            XXXXXXXXXXXXXXXXXXXXab12 § MASKED
            AAAAAAAAAAAAAAAAAAAAAAAA § MASKED
            bRt8uZ4kQw2mNx7vL1pY. § EXTRA_SIGN
            __bRt8uZ4kQw2mNx7vL1pY__ § EXTRA_SIGN
            _bRt8uZ4kQw2mNx7vL1pY_ § EXTRA_SIGN
            ~bRt8uZ4kQw2mNx7vL1pY~ § EXTRA_SIGN
            +bRt8uZ4kQw2mNx7vL1pY+ § EXTRA_SIGN
            =bRt8uZ4kQw2mNx7vL1pY § EXTRA_SIGN
            BearerbRt8uZ4kQw2mNx7vL1pY § EXTRA_SIGN
            bRt8uZ4kQw2mNx7vL1pYCopy § EXTRA_SIGN
            token-bRt8uZ4kQw2mNx7vL1pY § EXTRA_SIGN
            Secret.bRt8uZ4kQw2mNx7vL1pY § EXTRA_SIGN
            id:bRt8uZ4kQw2mNx7vL1pY § SIGNS
            bRt8uZ4kQw2m!Nx7vL1pY § SIGNS
            bRt8uZ4kQw2m%25Nx7vL1pY § SIGNS
            """)
    void whatMayBelongToATokenStaysAndIsDoubted(String pattern, Doubt doubt) {
        String pasted = pattern.replace("@", TOKEN);
        Usable usable = assertInstanceOf(Usable.class, parser.read(pasted));

        assertEquals(pasted, usable.token().reveal());
        assertEquals(Optional.of(doubt), usable.doubt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q7Zt%2BK2mvX9bR4nL8wE1cY6%2FpH3sJ%3D%3D", "q7Zt&#43;K2mvX9bR4nL8wE1cY6&#x2F;pH3sJ==",
            "q7Zt&plus;K2mvX9bR4nL8wE1cY6&sol;pH3sJ&equals;=", "q7Zt+K2mvX9bR4nL8wE1cY6/pH3sJ=3D=3D"})
    void whatWasEncodedIsDecodedAndSaid(String pasted) {
        Usable usable = clear(pasted);

        assertEquals("q7Zt+K2mvX9bR4nL8wE1cY6/pH3sJ==", usable.token().reveal());
        assertTrue(usable.removed().contains(CopyArtifact.ENCODED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n  ", "\n> ", "\n>> ", " \n", "\u2028"})
    void aLineThatMailBrokeIsJoined(String lineBreak) {
        String pasted = WRAPPED.substring(0, 72) + lineBreak + WRAPPED.substring(72);

        assertEquals(WRAPPED, clear(lineBreak.contains(">") ? "> " + pasted : pasted).token().reveal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\n", "=\r\n"})
    void aLineThatMailBrokeWithASignIsJoined(String softBreak) {
        Usable usable = clear(WRAPPED.substring(0, 75) + softBreak + WRAPPED.substring(75) + "=3D=3D");

        assertEquals(WRAPPED + "==", usable.token().reveal());
        assertTrue(usable.removed().contains(CopyArtifact.SOFT_BREAK));
    }

    @ParameterizedTest
    @CsvSource({"20, 43", "30, 60", "75, 84"})
    void aSignOfMailsWithinShortLinesIsDoubted(int cut, int end) {
        String token = WRAPPED.substring(0, end);
        Usable usable = assertInstanceOf(Usable.class,
                parser.read(token.substring(0, cut) + "=\n" + token.substring(cut)));

        assertEquals(token, usable.token().reveal());
        assertEquals(cut == 75 ? Optional.empty() : Optional.of(Doubt.SEVERAL_LINES), usable.doubt());
    }

    @Test
    void paddingThatALineBreakDividesStays() {
        assertEquals(TOKEN, clear(TOKEN.replace("==", "=\n=")).token().reveal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{T}\nThanks", "{T}\nAnna", "Hello Anna,\n\nhere is the token:\n\n{T}\n\nBest wishes\nTom",
            "From: it@maple.example\n\n> Secret token: {T}\n> Tenant URL: https://federation.apple.com/feeds/school/scim",
            "https://federation.apple.com/feeds/school/scim\n{T}", "it@maple.example\n{T}",
            "Tenant URL: https://federation.apple.com/feeds/school/scim\nSecret Token: {T}",
            "{\"url\":\"https://federation.apple.com/feeds/school/scim\",\"token\":\"{T}\"}",
            "curl -H \"Authorization: Bearer {T}\" https://federation.apple.com/feeds/school/scim/Users",
            "Liebe Anna, hier das neue Token für ASM: {T}", "Name,URL\nToken,{T}\nEnde,x"})
    void aTokenWithinALongerTextIsAskedAbout(String pattern) {
        Usable usable = assertInstanceOf(Usable.class, parser.read(pattern.replace("{T}", OTHER)));

        assertTrue(usable.doubt().isPresent());
        assertTrue(usable.token().reveal().startsWith(OTHER), usable.token()::reveal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{T}\n2027-12-01", "{T}\n12/1/2027", "1.12.2027\n{T}", "set SCIM_TOKEN={T}", "?token={T}",
            "{\"secretToken\":\"{T}\",\"baseAddress\":\"https://federation.apple.com/feeds/school/scim\"}",
            "<string>Apple</string>\n<key>Token</key>\n<string>{T}</string>\n<string>until December</string>"})
    void whatStandsBesideATokenIsNotTakenForAPartOfIt(String pattern) {
        for (String token : new String[]{OTHER, WRAPPED}) {
            Usable usable = assertInstanceOf(Usable.class, parser.read(pattern.replace("{T}", token)));

            assertEquals(token, usable.token().reveal());
            assertTrue(usable.doubt().isPresent());
        }
    }

    /** A token and another secret, which need not be equally long. */
    @ParameterizedTest
    @ValueSource(ints = {20, 30, 40, 60, 79})
    void anotherSecretOnTheNextLineIsNotTakenForTheRest(int length) {
        for (String first : new String[]{WRAPPED, "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhc20ifQ." + WRAPPED}) {
            assertNotEquals(Optional.empty(),
                    assertInstanceOf(Usable.class, parser.read(first + "\nB" + WRAPPED.substring(1, length))).doubt());
        }
    }

    /** Some programs write a hyphen where they break a line; some break it after one. */
    @Test
    void aHyphenAtTheEndOfALineIsDoubted() {
        assertEquals(Optional.of(Doubt.SEVERAL_LINES), assertInstanceOf(Usable.class,
                parser.read("eyJ" + WRAPPED.substring(0, 60) + "-\n" + WRAPPED.substring(60))).doubt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "Token:", "Secret Token", "Geheimes Token:", "Jeton secret", "シークレット トークン",
            "\"token\":", "Client Secret"})
    void aLabelAloneIsNoToken(String pasted) {
        assertEquals(RefusalReason.EMPTY, refused(pasted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokenbRt8uZ4kQw2mNx7vL1pY", "keyring0123456789bRt8uZ4kQw2m",
            "valueOf0123456789bRt8uZ4kQw2m",
            "dead0123456789bRt8uZ4kQw2m"})
    void aTokenThatBeginsWithTheLettersOfALabelIsKept(String token) {
        assertEquals(token, clear(token).token().reveal());
    }

    @Test
    void tenThousandNeighboursGiveTheTokenOrAQuestion() {
        long seed = Seed.of(PastedNeighboursTest.class);
        Random random = new Random(seed);
        int clear = 0;
        for (int i = 0; i < NEIGHBOURS; i++) {
            PastedTexts.Neighbour neighbour = PastedTexts.random(random);
            TokenCheck check = parser.read(neighbour.pasted());
            if (check instanceof Usable usable && usable.doubt().isEmpty()) {
                clear++;
                assertEquals(neighbour.token(), usable.token().reveal(), () -> "seed " + seed + ": " + neighbour);
                assertEquals(neighbour.token().equals(neighbour.pasted()), usable.removed().isEmpty());
            }
        }
        assertTrue(clear > NEIGHBOURS / 2, "only " + clear);
    }

    @Test
    void twoTokensWithAnythingBetweenThemAreNeverOne() {
        Random random = new Random(Seed.of(PastedNeighboursTest.class));
        for (int i = 0; i < NEIGHBOURS; i++) {
            String one = PastedTexts.token(random);
            String other = PastedTexts.tokenLike(one, random);
            String pasted = one + PastedTexts.between(random) + other;
            if (parser.read(pasted) instanceof Usable usable) {
                assertNotEquals(Optional.empty(), usable.doubt(), pasted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token: ", "token=", "token ", "<", "(", "- ", "**", "> ", "&amp;", "&", "&amp;#61;",
            "amp;", "=\n",
            "=3D", "%3D", "%", "*", "…", "...", "ab\n", "abcdefghijklmnopqrstuvwxyz\n", "<td ", "<td", "|", "トークン",
            "abcdefghijklmnopqrstuvwxyz ", "\n\n", "Bearer\n", ": ", ":\n", "ab", "a", "1. ", "secret_", "\" ",
            "{\"token\":"})
    void aHugePasteIsReadAtOnceWhereverItHasIt(String piece) {
        String huge = piece.repeat(60_000 / piece.length());
        for (String pasted : new String[]{huge, huge + TOKEN, TOKEN + huge, TOKEN + huge + TOKEN, "x" + huge + " y"}) {
            assertTimeoutPreemptively(FAR_TOO_LONG, () -> parser.read(pasted));
        }
    }

    /** Each sign would be taken off by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"- ", "1. ", "Token: ", "Bearer\n"})
    void aMegabyteOfListSignsOrLabelsIsReadAtOnce(String piece) {
        String huge = piece.repeat(1_000_000 / piece.length());

        assertTimeoutPreemptively(FAR_TOO_LONG, () -> parser.read(huge + TOKEN));
    }

    private Usable clear(String pasted) {
        TokenCheck check = parser.read(pasted);
        Usable usable = assertInstanceOf(Usable.class, check, () -> pasted + ": " + check);
        assertEquals(Optional.empty(), usable.doubt(), pasted);
        return usable;
    }

    private RefusalReason refused(String pasted) {
        return assertInstanceOf(Refused.class, parser.read(pasted), pasted).reason();
    }
}
