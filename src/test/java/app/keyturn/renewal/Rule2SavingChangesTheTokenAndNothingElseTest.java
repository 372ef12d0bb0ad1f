package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.FakeProvisioning.Writes;
import app.keyturn.testkit.RenewalScene;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rule2SavingChangesTheTokenAndNothingElseTest {
    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    @ParameterizedTest
    @EnumSource
    void everyOtherPairIsByteForByteAsBefore(Writes writes) {
        microsoft.writes = writes;
        Map<String, String> before = microsoft.stored();

        scene.renewed();

        assertEquals(RenewalScene.withNewToken(before), microsoft.stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "{}", "{\"a\":1.0,\"a\":2}", "null", "\u0000\ud83c\udf4e\\u0041\r\n", "**", "* "})
    void oddValuesOfUnknownKeysAreSentBackUnchanged(String odd) {
        microsoft.writes = Writes.REPLACE;
        microsoft.setByOthers("KeyOfNextYear", odd);

        scene.renewed();

        assertEquals(odd, microsoft.bodies(Kind.PUT).getFirst().get("KeyOfNextYear"));
        assertEquals(odd, microsoft.stored().get("KeyOfNextYear"));
    }

    @Test
    void aMaskIsNeverSent() {
        microsoft.setByOthers("ClientSecret", "hush");
        microsoft.hiddenKeys.add("ClientSecret");
        scene.consents = scene.consents.with(scene.asked());

        scene.renewed();

        assertFalse(microsoft.calls().stream().anyMatch(call -> call.body().containsValue("*")));
    }

    @Test
    void aMaskIsNoReadablePair() {
        List<ConnectionPair> masked = List.of(new ConnectionPair("ClientSecret", "*"));

        assertThrows(IllegalArgumentException.class, () -> new Credentials(masked, scene.token));
    }

    @Test
    void theOldTokenIsNoReadablePairEvenInClear() {
        microsoft.hiddenKeys.clear();

        scene.renewed();

        assertFalse(microsoft.calls().stream().anyMatch(call -> call.body().containsValue(RenewalScene.OLD)));
    }

    @Test
    void otherHiddenKeysAreNamedBeforeAnythingIsSent() {
        microsoft.setByOthers("ClientSecret", "hush");
        microsoft.hiddenKeys.add("ClientSecret");

        assertEquals(new ConsentQuestion.HiddenKeys(List.of("ClientSecret")), scene.asked());

        assertEquals(List.of(), microsoft.calls());
    }

    @Test
    void agreedHiddenKeysAreNotAskedForTwice() {
        microsoft.setByOthers("ClientSecret", "hush");
        microsoft.hiddenKeys.add("ClientSecret");
        scene.consents = scene.consents.with(scene.asked());

        scene.renewed();

        assertEquals("hush", microsoft.stored().get("ClientSecret"));
    }

    @Test
    void aFurtherHiddenKeyIsAskedForAlthoughAnotherWasAgreed() {
        scene.consents = scene.consents.with(new ConsentQuestion.HiddenKeys(List.of("ClientSecret")));
        microsoft.setByOthers("AppKey", "hush");
        microsoft.hiddenKeys.add("AppKey");

        assertEquals(new ConsentQuestion.HiddenKeys(List.of("AppKey")), scene.asked());
    }

    @Test
    void aHiddenKeyThatAppearsAfterTheTestIsAskedForBeforeTheSave() {
        microsoft.hiddenKeys.add("AppKey");
        microsoft.on(Kind.READ, 1, () -> microsoft.setByOthers("AppKey", "hush"));

        assertInstanceOf(ConsentQuestion.HiddenKeys.class, scene.asked());

        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void theSecretsAreReadRightBeforeTheSave() throws Exception {
        scene.expireOldToken();
        scene.time.advance(Limits.STANDARD.baseline().plusMinutes(1));

        scene.renewed();

        List<Kind> order = microsoft.order();
        assertEquals(Kind.READ, order.get(order.indexOf(Kind.PUT) - 1));
    }

    @Test
    void everythingAsSentAtOnceIsSavedInOneRequest() {
        scene.renewed();

        assertEquals(
                List.of(Kind.TEST, Kind.READ, Kind.PUT, Kind.READ, Kind.TEST_SAVED, Kind.READ_JOB),
                microsoft.order());
    }

    @Test
    void valuesThatAppearLateAreWaitedFor() {
        microsoft.setByOthers("BaseAddress", RenewalScene.BUSINESS);
        scene.consents = scene.consents.with(scene.asked());
        microsoft.visibleAfter = Duration.ofSeconds(29);

        scene.renewed();

        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void aPairThatGotLostIsPutBackOnceWithTheSameCompleteBody() {
        Map<String, String> before = microsoft.stored();
        microsoft.lostKeys.addAll(List.of("SyncAll", "BrandNewKey"));
        microsoft.losses = 1;

        scene.renewed();

        assertEquals(List.of(RenewalScene.withNewToken(before), RenewalScene.withNewToken(before)),
                microsoft.bodies(Kind.PUT));
        assertEquals(RenewalScene.withNewToken(before), microsoft.stored());
    }

    @Test
    void pairsThatStayLostAreNamed() {
        microsoft.lostKeys.addAll(List.of("SyncAll", "BrandNewKey"));
        microsoft.losses = 2;

        Problem problem = scene.failed().problem();

        assertEquals(ProblemCode.SAVE_SETTINGS_LOST, problem.code());
        assertEquals(List.of("SyncAll", "BrandNewKey"), problem.keys());
        assertEquals(2, microsoft.count(Kind.PUT));
    }

    @Test
    void aValueThatAColleagueSetAfterTheSaveIsNamedAndLeft() {
        microsoft.on(Kind.READ, 2, () -> microsoft.setByOthers("SyncAll", "true"));

        Problem problem = scene.failed().problem();

        assertEquals(ProblemCode.SAVE_SETTINGS_LOST, problem.code());
        assertEquals(List.of("SyncAll"), problem.keys());
        assertEquals(1, microsoft.count(Kind.PUT));
        assertEquals("true", microsoft.stored().get("SyncAll"));
    }

    @Test
    void aTokenThatStaysGoneIsNotSaidToBeSaved() {
        microsoft.lostKeys.add("SecretToken");
        microsoft.losses = 2;

        assertEquals("SAVE-UNKNOWN", scene.failed().problem().code().id());
    }

    @Test
    void aTokenThatIsGoneAfterTheSaveIsPutBackToo() {
        microsoft.lostKeys.add("SecretToken");
        microsoft.losses = 1;

        scene.renewed();

        assertEquals(RenewalScene.NEW, microsoft.stored().get("SecretToken"));
    }

    @Test
    void noTokenIsWrittenWhereNoneStood() {
        microsoft.removeByOthers("SecretToken");

        assertEquals("SYNC-NOT-BY-TOKEN", scene.failed().problem().code().id());

        assertEquals(List.of(), microsoft.calls());
    }

    @Test
    void anEmptyTokenIsNone() {
        microsoft.setByOthers("SecretToken", "");
        microsoft.hiddenKeys.clear();

        assertEquals("SYNC-NOT-BY-TOKEN", scene.failed().problem().code().id());
    }

    @Test
    void noTokenIsWrittenWhereItWentBeforeTheSave() {
        microsoft.on(Kind.READ, 1, () -> microsoft.removeByOthers("SecretToken"));

        assertEquals("SYNC-NOT-BY-TOKEN", scene.failed().problem().code().id());

        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void aConnectionByOAuthIsLeftAlone() {
        microsoft.removeByOthers("SecretToken");
        microsoft.setByOthers("Oauth2ClientId", "some-client");

        assertEquals("SYNC-NOT-BY-TOKEN", scene.failed().problem().code().id());

        assertEquals(List.of(), microsoft.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OAuth2AuthorizationCodeGrant", "OAuth2", "oauth"})
    void aConnectionThatSaysThatItSignsInByOAuthIsLeftAloneWhateverElseIsStored(String type) {
        microsoft.setByOthers("AuthenticationType", type);

        assertEquals("SYNC-NOT-BY-TOKEN", scene.failed().problem().code().id());

        assertEquals(List.of(), microsoft.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oauth2ClientId", "Oauth2AuthorizationUri", "oauth2tokenexchangeuri"})
    void readableSettingsOfAnotherSignInAreLeftOutOnlyAfterAYes(String key) {
        microsoft.setByOthers(key, "left over");

        assertEquals(new ConsentQuestion.OtherSignIn(List.of(key)), scene.asked());
        assertEquals(List.of(), microsoft.calls());

        scene.consents = scene.consents.with(new ConsentQuestion.OtherSignIn(List.of(key)));
        scene.renewed();

        assertFalse(microsoft.bodies(Kind.PUT).getFirst().containsKey(key));
        assertEquals("left over", microsoft.stored().get(key));
    }

    @Test
    void aYesDoesNotCoverSettingsOfAnotherSignInThatAppearLater() {
        microsoft.setByOthers("Oauth2ClientId", "left over");
        scene.consents = scene.consents.with(scene.asked());
        microsoft.on(Kind.READ, 1, () -> microsoft.setByOthers("Oauth2RefreshToken", "of a colleague"));

        assertEquals(new ConsentQuestion.OtherSignIn(List.of("Oauth2ClientId", "Oauth2RefreshToken")), scene.asked());
        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oauth2ClientId", "SyncNotificationSettings", "ClientSecret"})
    void aPairWithoutAValueIsNeitherSentNorMissed(String key) {
        microsoft.writes = Writes.REPLACE;
        microsoft.setByOthers(key, "");

        scene.renewed();

        assertFalse(microsoft.bodies(Kind.PUT).getFirst().containsKey(key));
    }

    /** What Microsoft may make of a value that it stores: it means the same. */
    static Stream<Arguments> rewrittenValues() {
        return Stream.of(
                Arguments.of("SyncNotificationSettings",
                        "{\"Enabled\":true,\"Recipients\":\"it@maple.example\",\"DeleteThresholdValue\":50}"),
                Arguments.of("SyncNotificationSettings",
                        "{\"DeleteThresholdValue\":50.0,\"Recipients\":\"it@maple.example\",\"Enabled\":true}"),
                Arguments.of("SyncNotificationSettings",
                        "{\n  \"Enabled\": true,\n  \"Recipients\": \"it\\u0040maple.example\",\n"
                                + "  \"DeleteThresholdValue\": 5e1\n}"),
                Arguments.of("SyncAll", "False"), Arguments.of("SyncAll", "FALSE"),
                Arguments.of("BaseAddress", RenewalScene.SCHOOL + "/"),
                Arguments.of("BaseAddress", "HTTPS://Federation.Apple.com/feeds/school/scim"),
                Arguments.of("BaseAddress", "https://federation.apple.com:443/feeds/school/scim"));
    }

    @ParameterizedTest
    @MethodSource("rewrittenValues")
    void aValueThatComesBackWrittenDifferentlyIsNotLost(String key, String rewritten) {
        microsoft.on(Kind.READ, 2, () -> microsoft.rewritten = pair -> pair.key().equals(key)
                ? new ConnectionPair(key, rewritten)
                : pair);

        scene.renewed();

        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @ParameterizedTest
    @MethodSource("rewrittenValues")
    void aValueThatIsReadWrittenDifferentlyIsSavedAndFoundAgain(String key, String rewritten) {
        microsoft.rewritten = pair -> pair.key().equals(key) ? new ConnectionPair(key, rewritten) : pair;

        scene.renewed();

        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void aKeyThatComesBackInAnotherCaseIsNotLost() {
        microsoft.on(Kind.READ, 2, () -> microsoft.rewritten = pair -> new ConnectionPair(
                pair.key().toUpperCase(Locale.ROOT), pair.value()));

        scene.renewed();

        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void keysAreSentBackInTheCaseTheyCameIn() {
        microsoft.rewritten = pair -> new ConnectionPair(pair.key().equals("SyncAll") ? "syncALL" : pair.key(),
                pair.value());

        scene.renewed();

        assertEquals("false", microsoft.bodies(Kind.PUT).getFirst().get("syncALL"));
    }

    /** Looks alike, and means something else. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"SyncAll | true", "BrandNewKey | \u00dc{[odd",
            "SyncNotificationSettings | {\"Enabled\":true}", "SyncNotificationSettings | *",
            "BaseAddress | https://federation.apple.com/feeds/School/scim",
            "BaseAddress | https://federation.apple.com/feeds/school/scim?aadOptscim062020",
            "BaseAddress | http://federation.apple.com/feeds/school/scim"})
    void aValueThatMeansSomethingElseIsNamed(String key, String other) {
        microsoft.on(Kind.READ, 2, () -> microsoft.rewritten = pair -> pair.key().equals(key)
                ? new ConnectionPair(key, other)
                : pair);

        Problem problem = scene.notChecked().problem();

        assertEquals("SAVE-SETTINGS-LOST", problem.code().id());
        assertEquals(List.of(key), problem.keys());
    }

    @Test
    void settingsThatAreWrittenDifferentlyAtEveryReadingAreSavedInTheEnd() {
        AtomicInteger reading = new AtomicInteger();
        microsoft.rewritten = pair -> pair.key().equals("SyncNotificationSettings")
                ? new ConnectionPair(pair.key(), " ".repeat(reading.incrementAndGet()) + pair.value())
                : pair;

        scene.renewed();

        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void aHiddenSecretThatIsGoneAfterTheSaveIsNamed() {
        microsoft.setByOthers("Password", "hush");
        microsoft.hiddenKeys.add("Password");
        scene.consents = scene.consents.with(scene.asked());
        microsoft.writes = Writes.REPLACE;

        Problem problem = scene.notChecked().problem();

        assertEquals("SAVE-SETTINGS-LOST", problem.code().id());
        assertEquals(List.of("Password"), problem.keys());
        assertEquals(ChangeState.SAVED, problem.changed());
    }
}
