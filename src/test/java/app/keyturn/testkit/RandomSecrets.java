package app.keyturn.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ClockSkew;
import app.keyturn.log.HttpListener;
import app.keyturn.log.SecretRedactor;
import app.keyturn.renewal.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A random token and access token, texts that contain them, and the search for them in what is shown. */
public final class RandomSecrets {
    /** This many consecutive characters of a secret reveal it. */
    private static final int REVEALING_LENGTH = 12;
    private static final int LENGTH = 90;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
    /** The lines that details may have. */
    private static final Pattern LINE = Pattern
            .compile("(Code|Time \\(UTC\\)|HTTP status|Microsoft error code|Request id"
                    + "|Correlation id|Certificate issuer): [^\\p{Cntrl}]{1,110}|Keyturn 1\\.2\\.3");

    private final Random random;
    private final String token;
    private final String bearer;
    private final Set<String> runs = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    public RandomSecrets(Random random) {
        this.random = random;
        token = text();
        bearer = text();
        Stream.of(token, bearer).forEach(secret -> {
            for (int from = 0; from + REVEALING_LENGTH <= secret.length(); from++) {
                runs.add(secret.substring(from, from + REVEALING_LENGTH));
            }
        });
    }

    /** A mapper of a program in which both are live. */
    public ProblemMapper problems() {
        SecretRedactor live = new SecretRedactor();
        live.remember(SecretRedactor.Kind.APPLE_TOKEN, token);
        live.remember(SecretRedactor.Kind.ACCESS_TOKEN, bearer);
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new ProblemMapper(clock, new ClockSkew(clock), live, HttpListener.NONE);
    }

    /** A secret or part of one alone, which may look like an ID or a code. */
    public String bare() {
        String secret = random.nextBoolean() ? token : bearer;
        int from = random.nextInt(LENGTH - REVEALING_LENGTH);
        return secret.substring(from, from + REVEALING_LENGTH + random.nextInt(LENGTH - REVEALING_LENGTH - from + 1));
    }

    /** A text that contains a secret. */
    public String embedded() {
        return switch (random.nextInt(6)) {
            case 0 -> token;
            case 1 -> "Authorization: Bearer " + bearer;
            case 2 -> "{\"key\":\"SecretToken\",\"value\":\"" + token + "\"}";
            case 3 -> "https://a.example/?code=" + bearer + "&code_verifier=" + token;
            case 4 -> "AADSTS50105: " + token + " Trace ID: " + bearer + " Correlation ID: " + token;
            default -> token.substring(random.nextInt(LENGTH / 2));
        };
    }

    /** Fails if a problem lacks a text, shows part of a secret, or has an unknown line in its details. */
    public void assertAbsentFrom(Problem problem) {
        boolean sameWordsAgain = !seen.add(problem.code().id() + problem.changed());
        Stream<String> words = sameWordsAgain ? Stream.of(ShownProblem.details(problem)) : ShownProblem.of(problem);
        for (String text : Stream.concat(words, Stream.of(problem.toString())).toList()) {
            assertFalse(text.isBlank(), problem.code()::id);
            for (int from = 0; from + REVEALING_LENGTH <= text.length(); from++) {
                assertFalse(runs.contains(text.substring(from, from + REVEALING_LENGTH)), text);
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
