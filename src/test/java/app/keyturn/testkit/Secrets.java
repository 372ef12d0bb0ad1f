package app.keyturn.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ClockSkew;
import app.keyturn.log.HttpListener;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.SecretRedactor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A token and a bearer made at random, the texts they may stand in, and the search for them in what is shown. */
public final class Secrets {
    /** So many characters of a secret in a row give it away. */
    private static final int GIVEN_AWAY = 12;
    private static final int LENGTH = 90;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
    /** What a line of the details may be; nothing else is on the list. */
    private static final Pattern LINE = Pattern
            .compile("(Code|Time \\(UTC\\)|HTTP status|Microsoft error code|Request id"
                    + "|Correlation id|Certificate issuer): [^\\p{Cntrl}]{1,110}|Keyturn 1\\.2\\.3");

    private final Random random;
    private final String token;
    private final String bearer;
    private final Set<String> runs = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    public Secrets(Random random) {
        this.random = random;
        token = text();
        bearer = text();
        Stream.of(token, bearer).forEach(secret -> {
            for (int from = 0; from + GIVEN_AWAY <= secret.length(); from++) {
                runs.add(secret.substring(from, from + GIVEN_AWAY));
            }
        });
    }

    /** Problems of a program that both are in use in. */
    public ProblemMapper problems() {
        SecretRedactor live = new SecretRedactor();
        live.hold(SecretRedactor.Kind.APPLE_TOKEN, token);
        live.hold(SecretRedactor.Kind.ACCESS_TOKEN, bearer);
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new ProblemMapper(clock, new ClockSkew(clock), live, HttpListener.NONE);
    }

    /** One of them, or a part of one, bare: what looks like an id or a code. */
    public String bare() {
        String secret = random.nextBoolean() ? token : bearer;
        int from = random.nextInt(LENGTH - GIVEN_AWAY);
        return secret.substring(from, from + GIVEN_AWAY + random.nextInt(LENGTH - GIVEN_AWAY - from + 1));
    }

    /** A text with one of them in it. */
    public String somewhere() {
        return switch (random.nextInt(6)) {
            case 0 -> token;
            case 1 -> "Authorization: Bearer " + bearer;
            case 2 -> "{\"key\":\"SecretToken\",\"value\":\"" + token + "\"}";
            case 3 -> "https://a.example/?code=" + bearer + "&code_verifier=" + token;
            case 4 -> "AADSTS50105: " + token + " Trace ID: " + bearer + " Correlation ID: " + token;
            default -> token.substring(random.nextInt(LENGTH / 2));
        };
    }

    /** Fails if a problem lacks a word, shows a run of a secret, or has a line in its details that is on no list. */
    public void areKeptBy(Problem problem) {
        boolean sameWordsAgain = !seen.add(problem.code() + problem.changed());
        Stream<String> words = sameWordsAgain ? Stream.of(ShownProblem.details(problem)) : ShownProblem.of(problem);
        for (String text : Stream.concat(words, Stream.of(problem.toString())).toList()) {
            assertFalse(text.isBlank(), problem::code);
            for (int from = 0; from + GIVEN_AWAY <= text.length(); from++) {
                assertFalse(runs.contains(text.substring(from, from + GIVEN_AWAY)), text);
            }
        }
        ShownProblem.details(problem)
                .lines()
                .forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
