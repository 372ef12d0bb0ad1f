package app.keyturn.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.keyturn.log.SecretRedactor.Kind;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.ScimToken;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recognised of the tokens in use. A failure names the seed, which {@code -Dkeyturn.seed=...} repeats. */
class SecretRedactorTest {
    private static final int LINES = 2_000;
    private static final int RUN = 12;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=";
    private static final String TOKEN = "eyJhbGciOiJub25lIn0.Zm9vYmFyYmF6cXV4.c2lnbmF0dXJl";

    private final SecretRedactor redactor = new SecretRedactor();

    @Test
    void noTwelveCharactersInARowOfALiveTokenGetThrough() {
        long seed = Long.getLong("keyturn.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int line = 0; line < LINES; line++) {
            String token = letters(random, RUN + random.nextInt(80));
            redactor.remember(new ScimToken(token.toCharArray()));
            int from = random.nextInt(token.length() - RUN + 1);
            int to = from + RUN + random.nextInt(token.length() - RUN - from + 1);
            String before = letters(random, random.nextInt(30));
            String after = random.nextBoolean() ? " " : letters(random, random.nextInt(30));
            String rest = redactor.redact(before + token.substring(from, to) + after);
            for (int start = 0; start + RUN <= token.length(); start++) {
                if (rest.contains(token.substring(start, start + RUN))) {
                    fail("-Dkeyturn.seed=" + seed + ", line " + line);
                }
            }
            assertTrue(rest.contains(SecretRedactor.HIDDEN), () -> "-Dkeyturn.seed=" + seed);
        }
    }

    @Test
    void whatIsNoTokenStaysAsItIs() {
        long seed = Long.getLong("keyturn.seed", System.nanoTime());
        Random random = new Random(seed);
        redactor.remember(new ScimToken(TOKEN.toCharArray()));
        for (int line = 0; line < LINES; line++) {
            String text = letters(random, random.nextInt(120));
            assertEquals(text, redactor.redact(text), () -> "-Dkeyturn.seed=" + seed);
        }
        assertEquals(TOKEN.substring(0, RUN - 1), redactor.redact(TOKEN.substring(0, RUN - 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, "x" + TOKEN, TOKEN + "x", "Bearer " + TOKEN, "\"" + TOKEN + "\"", TOKEN + TOKEN})
    void aTokenIsTakenOutWhateverStandsAroundIt(String text) {
        redactor.remember(new ScimToken(TOKEN.toCharArray()));

        assertTrue(redactor.occursIn(text));
        assertTrue(redactor.occursIn(text.toUpperCase(Locale.ROOT)));
        assertEquals(text.replace(TOKEN + TOKEN, TOKEN).replace(TOKEN, "[hidden]"), redactor.redact(text));
    }

    @Test
    void eachKindIsRecognisedByItself() {
        redactor.remember(new ScimToken(TOKEN.toCharArray()));
        redactor.remember(Kind.ACCESS_TOKEN, "another-token-of-length");

        assertEquals("[hidden] and [hidden]", redactor.redact(TOKEN + " and another-token-of-length"));

        redactor.forget(Kind.ACCESS_TOKEN);

        assertEquals("[hidden] and another-token-of-length", redactor.redact(TOKEN + " and another-token-of-length"));
    }

    @Test
    void aTokenInPlaceOfAnotherIsTheOnlyOneRecognised() {
        redactor.remember(new ScimToken(TOKEN.toCharArray()));
        redactor.remember(new ScimToken("a-second-token-of-length".toCharArray()));

        assertFalse(redactor.occursIn(TOKEN));
        assertTrue(redactor.occursIn("a-second-token-of-length"));
    }

    @Test
    void aShortTokenIsTakenOutWholeAndAVeryShortOneIsLeftToTheWords() {
        redactor.remember(Kind.APPLE_TOKEN, "shorty7");
        assertEquals("a [hidden]", redactor.redact("a shorty7"));

        redactor.remember(Kind.APPLE_TOKEN, "page");
        assertEquals("page done", redactor.redact("page done"));
    }

    @Test
    void detailsNeverShowALiveTokenThatWasSentBack() {
        redactor.remember(new ScimToken(TOKEN.toCharArray()));
        Optional<String> echo = Optional.of("x" + TOKEN.substring(3, 3 + RUN));
        Optional<String> code = Optional.of("Request_ResourceNotFound");

        Diagnostics echoed = new Diagnostics(Instant.EPOCH, OptionalInt.of(400), echo, echo, echo)
                .without(redactor::occursIn);
        Diagnostics ordinary = new Diagnostics(Instant.EPOCH, OptionalInt.of(400), code, code, code);

        assertEquals(new Diagnostics(Instant.EPOCH, OptionalInt.of(400), Optional.empty(), Optional.empty(),
                Optional.empty()), echoed);
        assertEquals(ordinary, ordinary.without(redactor::occursIn));
    }

    @Test
    void nothingItHoldsIsTheTokenOrAPartOfIt() throws IllegalAccessException {
        redactor.remember(new ScimToken(TOKEN.toCharArray()));
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> left = new ArrayDeque<>();
        left.add(redactor);
        int looked = 0;
        while (!left.isEmpty()) {
            Object each = left.remove();
            if (!seen.add(each)) {
                continue;
            }
            looked++;
            assertFalse(each instanceof String || each instanceof char[], () -> each.getClass().getName());
            if (each instanceof Map<?, ?> map) {
                left.addAll(map.values());
            } else if (each instanceof Set<?> set) {
                left.addAll(set);
            } else if (each.getClass().getName().startsWith("app.keyturn") && !(each instanceof Enum)) {
                for (Field field : each.getClass().getDeclaredFields()) {
                    field.setAccessible(true);
                    if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                        left.add(field.get(each));
                    }
                }
            } else if (each.getClass().isArray()) {
                assertEquals(16, Array.getLength(each), "only the salt");
            } else {
                assertTrue(each instanceof Long, () -> each.getClass().getName());
            }
        }
        assertTrue(looked > TOKEN.length() - RUN, "it was not looked into");
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
