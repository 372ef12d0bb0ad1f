package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.RenewalScene;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rule7TheTokenLivesInMemoryOnlyTest {
    private final RenewalScene scene = new RenewalScene();

    /** All objects of ours that hold or have seen a token. */
    static Stream<Object> holders() {
        ScimToken token = new ScimToken(RenewalScene.NEW.toCharArray());
        ConnectionPair inClear = new ConnectionPair("SecretToken", RenewalScene.NEW);
        Connection connection = new Connection(List.of(inClear));
        Credentials credentials = new Credentials(List.of(new ConnectionPair("OddSecret", RenewalScene.NEW)), token);
        TestedCredentials tested = new TestedCredentials(credentials,
                new CredentialTest.Passed(Instant.EPOCH, Optional.empty()));
        TokenParser parser = new TokenParser(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), false);
        SyncJob job = new FakeProvisioning(new FakeTimer(), Map.of()).job;
        ProvisioningApp app = new ProvisioningApp("id", "name", connection, List.of(job));
        return Stream.of(token, inClear, connection, credentials, tested,
                new SecretsWriter.PendingSave(tested, connection), app,
                new RenewalPlan(app, job, Portal.SCHOOL, Optional.empty(), Consents.NOTHING, ChangeState.NOTHING),
                parser,
                parser.read(RenewalScene.NEW), parser.read("https://apple.example/" + RenewalScene.NEW),
                parser.read(RenewalScene.NEW + " " + RenewalScene.NEW),
                new ConsentQuestion.HiddenKeys(connection.hiddenKeys()));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void nothingThatHoldsATokenShowsIt(Object holder) {
        assertFalse(holder.toString().contains(RenewalScene.NEW), () -> holder.getClass().getName());
    }

    @ParameterizedTest
    @MethodSource("holders")
    void nothingThatHoldsATokenCanBeWrittenToAFile(Object holder) {
        assertFalse(holder instanceof Serializable, () -> holder.getClass().getName());
    }

    @Test
    void aDestroyedTokenCannotBeRevealed() {
        scene.token.destroy();

        IllegalStateException thrown = assertThrows(IllegalStateException.class, scene.token::reveal);

        assertFalse(String.valueOf(thrown.getMessage()).contains(RenewalScene.NEW));
        assertTrue(scene.token.isDestroyed());
        assertEquals(0, scene.token.length());
    }

    @Test
    void destroyingOverwritesTheOnlyCopy() {
        char[] characters = RenewalScene.NEW.toCharArray();
        ScimToken token = new ScimToken(characters);

        token.destroy();

        assertArrayEquals(new char[RenewalScene.NEW.length()], characters);
    }

    @Test
    void aTokenThatWasForgottenMeanwhileIsNotSent() {
        scene.token.destroy();

        assertEquals(ChangeState.NOTHING, scene.failed().problem().changed());

        assertEquals(0, scene.microsoft.count(Kind.PUT));
    }

    @Test
    void aRenewalLeavesTheTokenToItsCaller() {
        scene.renewed();

        assertEquals(RenewalScene.NEW, scene.token.reveal());
    }

    @Test
    void neitherOutcomeNorStepsShowTheToken() {
        assertFalse((scene.run() + String.valueOf(scene.steps)).contains(RenewalScene.NEW));
    }

    @Test
    void aProblemThatIsThrownShowsItsCodeAlone() {
        StringWriter trace = new StringWriter();
        ProblemException thrown = new ProblemException(RenewalScene.noNetwork());
        thrown.printStackTrace(new PrintWriter(trace));

        assertEquals("NET-UNREACHABLE", thrown.getMessage());
        assertFalse(trace.toString().contains(RenewalScene.NEW));
    }

    @Test
    void aRefusedPairShowsNoValue() {
        List<ConnectionPair> pairs = List.of(new ConnectionPair("SecretToken", RenewalScene.NEW));

        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class,
                () -> new Credentials(pairs, scene.token));

        assertFalse(String.valueOf(thrown.getMessage()).contains(RenewalScene.NEW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "{\"token\":\"abc\"}", "https://federation.apple.com", "a\nb", "",
            "caf\u00e9"})
    void detailsKeepNothingThatIsNoCode(String text) {
        Diagnostics details = new Diagnostics(Instant.EPOCH, OptionalInt.of(400), Optional.of(text), Optional.of(text),
                Optional.of(text));

        assertEquals(Optional.empty(), details.errorCode());
        assertEquals(Optional.empty(), details.requestId());
        assertEquals(Optional.empty(), details.correlationId());
    }

    @Test
    void detailsKeepCodesAndIds() {
        Optional<String> id = Optional.of("9b600954-ba11-4899-8ce9-6abad341f299");

        assertEquals(id, new Diagnostics(Instant.EPOCH, OptionalInt.empty(), id, id, id).requestId());
        assertEquals(Optional.empty(),
                new Diagnostics(Instant.EPOCH, OptionalInt.empty(), Optional.of("x".repeat(101)), id, id).errorCode());
    }
}
