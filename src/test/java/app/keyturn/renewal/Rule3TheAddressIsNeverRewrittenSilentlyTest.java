package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rule3TheAddressIsNeverRewrittenSilentlyTest {
    private static final TenantUrl RIGHT = new TenantUrl(RenewalScene.SCHOOL);

    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    @ParameterizedTest
    @ValueSource(strings = {RenewalScene.SCHOOL, RenewalScene.SCHOOL + "/",
            "https://FEDERATION.Apple.COM/feeds/school/scim",
            RenewalScene.SCHOOL + "?aadOptscim062020", RenewalScene.SCHOOL + "/?a=%41&b=|{ }",
            "HTTPS://federation.apple.com/feeds/school/scim"})
    void anAddressThatLeadsToThePortalIsKeptByteForByte(String address) {
        microsoft.setByOthers("BaseAddress", address);

        scene.renewed();

        assertEquals(address, microsoft.bodies(Kind.PUT).getFirst().get("BaseAddress"));
    }

    @Test
    void aMissingAddressIsAskedForBeforeAnythingIsSent() {
        microsoft.removeByOthers("BaseAddress");

        assertEquals(new ConsentQuestion.Address(Optional.empty(), RIGHT), scene.asked());

        assertEquals(List.of(), microsoft.calls());
    }

    @Test
    void anEmptyAddressIsMissing() {
        microsoft.setByOthers("BaseAddress", " ");

        assertEquals(new ConsentQuestion.Address(Optional.empty(), RIGHT), scene.asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {RenewalScene.BUSINESS, "https://federation.apple.com/feeds/school/scim/v2",
            "https://federation.apple.com.evil.example/feeds/school/scim",
            "http://federation.apple.com/feeds/school/scim",
            "https://federation.apple.com@evil.example/feeds/school/scim", "no address at all", "*"})
    void anAddressThatLeadsElsewhereIsAskedAbout(String address) {
        microsoft.setByOthers("BaseAddress", address);

        assertEquals(new ConsentQuestion.Address(Optional.of(new TenantUrl(address)), RIGHT), hiddenAgreed());

        assertEquals(List.of(), microsoft.calls());
    }

    @Test
    void theFlagsOfAWrongAddressAreProposedUnchangedBehindTheRightOne() {
        microsoft.setByOthers("BaseAddress", RenewalScene.BUSINESS + "?aadOptscim062020&x=%7b");

        ConsentQuestion.Address question = assertInstanceOf(ConsentQuestion.Address.class, scene.asked());

        assertEquals(new TenantUrl(RenewalScene.SCHOOL + "?aadOptscim062020&x=%7b"), question.proposed());
    }

    @Test
    void aCorrectedAddressIsTestedTogetherWithTheTokenAndSaved() {
        microsoft.setByOthers("BaseAddress", RenewalScene.BUSINESS);
        scene.consents = scene.consents.with(scene.asked());

        scene.renewed();

        assertEquals(RenewalScene.SCHOOL, microsoft.bodies(Kind.TEST).getFirst().get("BaseAddress"));
        assertEquals(RenewalScene.NEW, microsoft.bodies(Kind.TEST).getFirst().get("SecretToken"));
        assertEquals(RenewalScene.SCHOOL, microsoft.stored().get("BaseAddress"));
    }

    @Test
    void aMissingAddressIsAddedOnceAgreed() {
        microsoft.removeByOthers("BaseAddress");
        scene.consents = scene.consents.with(scene.asked());

        scene.renewed();

        assertEquals(RenewalScene.SCHOOL, microsoft.stored().get("BaseAddress"));
    }

    @Test
    void aCorrectedAddressThatFailsTheTestIsNotSaved() {
        microsoft.setByOthers("BaseAddress", RenewalScene.BUSINESS);
        scene.consents = scene.consents.with(scene.asked());
        microsoft.appleTokens.put(RenewalScene.NEW, Portal.BUSINESS);

        scene.failed();

        assertEquals(RenewalScene.BUSINESS, microsoft.stored().get("BaseAddress"));
    }

    @Test
    void anAddressThatMovesAfterTheTestIsAskedAboutBeforeTheSave() {
        microsoft.on(Kind.READ, 1, () -> microsoft.setByOthers("BaseAddress", RenewalScene.BUSINESS));

        assertInstanceOf(ConsentQuestion.Address.class, scene.asked());

        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void anAddressAgreedForOnePortalIsAskedAgainForTheOther() {
        microsoft.setByOthers("BaseAddress", "https://old.example/scim");
        scene.portal = Portal.BUSINESS;
        scene.consents = scene.consents.with(scene.asked());
        scene.portal = Portal.SCHOOL;

        assertEquals(new ConsentQuestion.Address(Optional.of(new TenantUrl("https://old.example/scim")), RIGHT),
                scene.asked());
    }

    @Test
    void anAddressThatAColleagueHasCorrectedIsKeptAlthoughACorrectionWasAgreed() {
        microsoft.setByOthers("BaseAddress", RenewalScene.BUSINESS);
        scene.consents = scene.consents.with(scene.asked());
        microsoft.setByOthers("BaseAddress", RenewalScene.SCHOOL + "/?aadOptscim062020");

        scene.renewed();

        assertEquals(RenewalScene.SCHOOL + "/?aadOptscim062020", microsoft.stored().get("BaseAddress"));
    }

    private ConsentQuestion hiddenAgreed() {
        ConsentQuestion question = scene.asked();
        if (question instanceof ConsentQuestion.HiddenKeys) {
            scene.consents = scene.consents.with(question);
            question = scene.asked();
        }
        return question;
    }
}
