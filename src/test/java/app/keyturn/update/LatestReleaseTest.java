package app.keyturn.update;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a release feed, and what is ignored. */
class LatestReleaseTest {
    /** GitHub's answer, shortened. */
    private static final String GITHUB = """
            {"url": "https://api.github.com/repos/octocat/Hello-World/releases/1", "id": 1, "tag_name": "v1.2.0",
             "target_commitish": "main", "name": "v9.9.9", "body": "Description of the release: 8.8.8",
             "draft": false, "prerelease": false, "author": {"login": "octocat", "site_admin": false},
             "assets": [{"name": "example.zip", "size": 1024}]}
            """;

    @Test
    void theVersionIsTakenFromTheTag() {
        assertEquals(Optional.of("1.2.0"), version(GITHUB));
    }

    @ParameterizedTest
    @CsvSource({"1.2,1.2", "v1.2.0,1.2.0", "v1.2.0.4,1.2.0.4", "v10.20.30,10.20.30"})
    void aTagIsAVersionWithOrWithoutAV(String tag, String version) {
        assertEquals(Optional.of(version), version(release("\"" + tag + "\"", "false", "false")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"v\"", "\"vv1.2.0\"", "\"V1.2.0\"", "\"1.2.0-rc1\"", "\"v1.2.0-SNAPSHOT\"",
            "\"keyturn-1.2.0\"", "\"1.2.0 <b>now</b>\"", "\"https://elsewhere.example/1.2.0\"", "\"1.2.3.4.5\"",
            "\"1.2.0\\n\"", "1.2", "12", "true", "null", "[\"v1.2.0\"]", "{\"name\":\"v1.2.0\"}"})
    void otherTagsAreIgnored(String tag) {
        assertEquals(Optional.empty(), version(release(tag, "false", "false")));
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,true", "true,true", "null,false", "false,null", "0,false", "false,'\"false\"'",
            "[],false", "false,{}"})
    void draftsAndPrereleasesAreIgnored(String draft, String prerelease) {
        assertEquals(Optional.empty(), version(release("\"v1.2.0\"", draft, prerelease)));
    }

    @Test
    void missingFlagsMeanFalse() {
        assertEquals(Optional.of("1.2.0"), version("{\"tag_name\":\"v1.2.0\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "true", "1.2.0", "\"v1.2.0\"", "[]", "[{\"tag_name\":\"v1.2.0\"}]", "{}",
            "{\"TAG_NAME\":\"v1.2.0\"}", "{\"tag_name\":\"v1.2.0\"", "{tag_name:\"v1.2.0\"}", "{'tag_name':'v1.2.0'}",
            "{\"tag_name\"=\"v1.2.0\"}", "{\"tag_name\":\"v1.2.0\"} and more", ")]}'\n{\"tag_name\":\"v1.2.0\"}",
            "<!DOCTYPE html><html><body>v1.2.0</body></html>", "\u0000\u0001\u0002", "\ud800", "{\"tag_name\":\"\\u12"})
    void otherJsonIsIgnored(String answer) {
        assertEquals(Optional.empty(), version(answer));
    }

    @Test
    void deeplyNestedJsonIsIgnored() {
        assertEquals(Optional.empty(), version("[".repeat(100_000)));
        assertEquals(Optional.empty(), version("{\"a\":".repeat(40_000)));
    }

    @Test
    void truncatedOrDamagedJsonIsIgnored() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int turn = 0; turn < 5_000; turn++) {
            StringBuilder damaged = new StringBuilder(GITHUB);
            for (int blow = random.nextInt(4); blow >= 0 && !damaged.isEmpty(); blow--) {
                int place = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(place, (char) random.nextInt(256));
                    case 1 -> damaged.deleteCharAt(place);
                    default -> damaged.setLength(place + 1);
                }
            }
            Optional<String> found = assertDoesNotThrow(() -> version(damaged.toString()),
                    () -> "seed " + seed + ": " + damaged);
            found.ifPresent(text -> assertEquals(text, Version.of(text).map(Version::text).orElse("no version"),
                    () -> "seed " + seed + ": " + damaged));
        }
    }

    private static String release(String tag, String draft, String prerelease) {
        return "{\"tag_name\":" + tag + ",\"draft\":" + draft + ",\"prerelease\":" + prerelease + "}";
    }

    private static Optional<String> version(String answer) {
        return LatestRelease.version(answer).map(Version::text);
    }
}
