package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.renewal.NotificationEmail.NotKnown;
import app.keyturn.renewal.NotificationEmail.Off;
import app.keyturn.renewal.NotificationEmail.To;
import app.keyturn.testkit.RenewalScene;
import app.keyturn.testkit.Seed;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationEmailTest {
    private static final int STRINGS = 2_000;
    private static final List<String> PIECES = List.of("{", "}", "[", "]", ":", ",", "\"", "\\", "'", "\\u00",
            "\\ud83d",
            "\"Enabled\"", "\"Recipients\"", "\"Recipients\":\"", "{\"Enabled\":", "true", "false", "null", "*", "1e",
            "-0", "1e999999999", "NaN", "/*", "//", "#", " ", "\n", "\u0000", "\uFEFF", ")]}'\n", "it@maple.example",
            ";", "\u00fc", "\uD83D", "=", "=>");

    @Test
    void oneRecipientIsNamed() {
        assertEquals(to("it@maple.example"),
                mail("{\"Enabled\":true,\"Recipients\":\"it@maple.example\",\"DeleteThresholdEnabled\":false}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it@maple.example,head@maple.example", "it@maple.example;head@maple.example",
            "it@maple.example, head@maple.example", " it@maple.example ;  head@maple.example ",
            ",it@maple.example,,;head@maple.example;", "\\tit@maple.example,\\nhead@maple.example"})
    void severalAreNamedHoweverTheyAreParted(String recipients) {
        assertEquals(to("it@maple.example", "head@maple.example"),
                mail("{\"Enabled\":true,\"Recipients\":\"" + recipients + "\"}"));
    }

    @Test
    void escapedCharactersAreReadAsWhatTheyStandFor() {
        assertEquals(to("m\u00fcller@maple.example"),
                mail("{\"\\u0045nabled\":true,\"Recipients\":\"m\\u00fcller\\u0040maple.example\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Enabled\":false,\"Recipients\":\"it@maple.example\"}",
            "{\"Recipients\":\"it@maple.example\"}", "{\"Enabled\":null,\"Recipients\":\"it@maple.example\"}", "{}"})
    void switchedOffItIsNotSent(String setting) {
        assertEquals(new Off(), mail(setting));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Enabled\":true}", "{\"Enabled\":true,\"Recipients\":\"\"}",
            "{\"Enabled\":true,\"Recipients\":null}", "{\"Enabled\":true,\"Recipients\":\" ,; , \"}"})
    void withoutAnAddressItIsNotSent(String setting) {
        assertEquals(new Off(), mail(setting));
    }

    @Test
    void withoutTheSettingItIsNotSent() {
        assertEquals(new Off(), new Connection(List.of(new ConnectionPair("SecretToken", "*"))).notificationEmail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", " ", "it@maple.example", "{", "{\"Enabled\":true,", "]", "[]", "\"text\"", "3",
            "true", "null", "[{\"Enabled\":true,\"Recipients\":\"it@maple.example\"}]"})
    void whatIsHiddenOrSomethingElseIsNotKnown(String setting) {
        assertEquals(new NotKnown(), mail(setting));
    }

    /** Claiming that it is not sent would send users to a page where everything is in order. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"Enabled\":true,\"Recipients\":[\"it@maple.example\"]}",
            "{\"Enabled\":true,\"Recipients\":{\"to\":\"it@maple.example\"}}",
            "{\"Enabled\":{\"value\":true},\"Recipients\":\"it@maple.example\"}",
            "{\"Enabled\":[],\"Recipients\":\"\"}"})
    void membersOfAnotherShapeAreNotKnown(String setting) {
        assertEquals(new NotKnown(), mail(setting));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"Enabled\":true,\"Recipients\":[", "[[{\"Enabled\":"})
    void whatIsNestedTooDeepIsNotKnown(String level) {
        assertEquals(new NotKnown(), mail(level.repeat(100_000)));
    }

    @Test
    void noSettingCausesAnError() {
        Random random = new Random(Seed.of(NotificationEmailTest.class));
        for (int left = STRINGS; left > 0; left--) {
            String setting = setting(random);
            NotificationEmail mail = assertDoesNotThrow(() -> mail(setting), () -> setting);
            if (mail instanceof To to) {
                assertFalse(to.addresses().isEmpty() || to.addresses().stream().anyMatch(String::isBlank), setting);
            }
        }
    }

    private static String setting(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "{\"Enabled\":true,\"Recipients\":" : "");
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            text.append(random.nextInt(5) == 0
                    ? String.valueOf((char) random.nextInt(Character.MAX_VALUE + 1))
                    : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.append(random.nextBoolean() ? "}" : "").toString();
    }

    private static NotificationEmail to(String... addresses) {
        return new To(List.of(addresses));
    }

    private static NotificationEmail mail(String setting) {
        return new Connection(List.of(new ConnectionPair("BaseAddress", RenewalScene.SCHOOL),
                new ConnectionPair("SyncNotificationSettings", setting))).notificationEmail();
    }
}
