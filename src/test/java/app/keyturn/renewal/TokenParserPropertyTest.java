package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.keyturn.renewal.TokenCheck.Doubt;
import app.keyturn.renewal.TokenCheck.Refused;
import app.keyturn.renewal.TokenCheck.Usable;
import app.keyturn.testkit.Seed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds for every pasted text. A failure names the seed, which {@code -Dkeyturn.seed=...} repeats. */
class TokenParserPropertyTest {
    private static final int PASTES = 10_000;
    private static final List<String> FRAGMENTS = List.of("abcdef", "0123456789", "-._~+/=", "PRACTICE-", "Bearer",
            "bearer ", "Authorization:", "Authorization: Bearer ", "SCIM.", "1a431e7d-294d-a473-b2b7-e44c2d9c7a91",
            "it@maple.example", "https://", "www.", "federation.apple.com/feeds/school/scim", "@", ".", " ", "\t",
            "\u00a0", "\u3000", "\r\n", "\n", "\u000b", "\u0085", "\u2028", "\u200b", "\ufeff", "\u00ad", "\u202e",
            "\"", "'", "`", "\u201c", "\u00bb", "\u0000", "\u007f", "\u00fc", "\ud83c\udf4e", "\ud800", "\udc00",
            "eyJhbGciOiJub25lIn0", "eyJleHAiOjE4MDQwMjg0MDB9", "eyJleHAiOjMxNTU2ODg5ODY0NDAzMTk5fQ",
            "eyJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8ifQ");

    private static final TokenParser READER = new TokenParser(
            Clock.fixed(Instant.parse("2028-02-29T12:00:00Z"), ZoneOffset.MAX), false);
    /** Doubts about what stood around the token, which a cleaned token has no longer. */
    private static final Set<Doubt> ABOUT_THE_PASTE = Set.of(Doubt.SEVERAL_LINES, Doubt.TEXT_AROUND);
    private static final long SEED = Seed.of(TokenParserPropertyTest.class);

    /** A pasted text and the result. */
    private record Reading(String pasted, TokenCheck check) {}

    private static final List<Reading> READINGS = new ArrayList<>();

    @BeforeAll
    static void noPasteThrows() {
        for (String pasted : pasted()) {
            holds(pasted, () -> READINGS.add(new Reading(pasted, READER.read(pasted))));
        }
    }

    @Test
    void aCleanedTokenIsPrintableAsciiAndNotEmpty() {
        everyUsable((_, usable) -> assertTrue(usable.token().reveal().matches("[\\x21-\\x7e]+")));
    }

    @Test
    void cleaningACleanedTokenChangesNothing() {
        everyUsable((_, once) -> {
            Usable twice = assertInstanceOf(Usable.class, READER.read(once.token().reveal()), once.token()::reveal);

            assertEquals(once.token().reveal(), twice.token().reveal());
            assertEquals(Set.of(), twice.removed());
            if (once.doubt().filter(ABOUT_THE_PASTE::contains).isEmpty()) {
                assertEquals(once.doubt(), twice.doubt());
            }
            assertEquals(once.expiry(), twice.expiry());
        });
    }

    @Test
    void whateverIsTakenOutIsReported() {
        everyUsable((pasted, usable) -> assertEquals(usable.token().reveal().equals(pasted),
                usable.removed().isEmpty()));
    }

    @Test
    void invisibleCharactersNeverDecide() {
        everyUsable((pasted, usable) -> {
            String bare = pasted.replaceAll("[\\u200b\\ufeff\\u00ad\\u202e]", "");

            assertEquals(usable.token().reveal(), ((Usable) READER.read(bare)).token().reveal());
        });
    }

    @Test
    void noTextIsBothRealAndPractice() {
        TokenParser practice = new TokenParser(Clock.systemUTC(), true);

        everyUsable((pasted, _) -> assertInstanceOf(Refused.class, practice.read(pasted)));
    }

    private static List<String> pasted() {
        Random random = new Random(SEED);
        List<String> pasted = new ArrayList<>();
        while (pasted.size() < PASTES) {
            StringBuilder text = new StringBuilder();
            for (int fragments = random.nextInt(9); fragments > 0; fragments--) {
                text.append(random.nextInt(8) == 0
                        ? Character.toString(random.nextInt(0x3000))
                        : FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
            pasted.add(text.toString());
        }
        return pasted;
    }

    private static void everyUsable(BiConsumer<String, Usable> property) {
        for (Reading reading : READINGS) {
            if (reading.check() instanceof Usable usable) {
                holds(reading.pasted(), () -> property.accept(reading.pasted(), usable));
            }
        }
    }

    private static void holds(String pasted, Runnable property) {
        try {
            property.run();
        } catch (RuntimeException | AssertionError e) {
            fail("seed " + SEED + ": \"" + pasted + "\"", e);
        }
    }
}
