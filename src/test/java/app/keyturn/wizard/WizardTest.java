package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SyncJob;
import app.keyturn.testkit.FakePage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WizardTest {
    private static final Problem ROLE_MISSING = new Problem(ProblemCode.ROLE_MISSING,
            ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH));

    private static final Problem SIGNED_OUT = new Problem(ProblemCode.SIGNIN_EXPIRED,
            ChangeState.NOTHING,
            Diagnostics.at(Instant.EPOCH));

    private static final Problem ASKS = new Problem(ProblemCode.NET_PROXY_PASSWORD,
            ChangeState.NOTHING,
            Diagnostics.at(Instant.EPOCH));

    private final List<String> held = new ArrayList<>();
    private final RenewalState renewalState = new RenewalState(
            new ProxyEntry((user, password) -> held.add(user + ":" + password)));
    private final Wizard wizard = new Wizard(renewalState, () -> {});
    private final Frame signIn = wizard.frameFor("sign-in");

    @BeforeEach
    void openTheFirstPage() {
        List<Page> pages = List.of(new FakePage("apple"), new FakePage("sign-in", Action.SIGN_IN_AGAIN),
                new FakePage("save"));
        wizard.open(pages, pages);
    }

    @Test
    void proxyInputIsUsedForTheNextAttemptAndForgotten() {
        wizard.next();
        signIn.show(ASKS);
        renewalState.proxy().user().set(" jo ");
        renewalState.proxy().password().set("pass word");
        wizard.actOn(ASKS);
        assertEquals(List.of("jo:pass word"), held);
        assertEquals("", renewalState.proxy().password().get());
    }

    @Test
    void aButtonOfThePageUsesTheProxyInput() {
        wizard.next();
        signIn.show(ASKS);
        renewalState.proxy().password().set("pass word");
        signIn.clearProblem();
        assertEquals(List.of(":pass word"), held);
    }

    @Test
    void anUnusedPasswordIsForgottenWithThePage() {
        wizard.next();
        signIn.show(ASKS);
        renewalState.proxy().password().set("pass word");
        wizard.back();
        assertEquals("", renewalState.proxy().password().get());
        renewalState.proxy().password().set("pass word");
        wizard.next();
        renewalState.proxy().password().set("pass word");
        wizard.next();
        assertEquals("", renewalState.proxy().password().get());
        assertEquals(List.of(), held);
    }

    @Test
    void anotherPagesProblemDoesNotUseTheProxyInput() {
        renewalState.proxy().password().set("pass word");
        signIn.clearProblem();
        assertEquals(List.of(), held);
    }

    @Test
    void aProblemIsShownOnThePageItCameFromAndOnNoOther() {
        signIn.show(ROLE_MISSING);
        assertNull(wizard.problem().get());
        wizard.next();
        assertEquals(ROLE_MISSING, wizard.problem().get());
    }

    @Test
    void returningToAPageShowsItsProblemAgain() {
        wizard.next();
        signIn.show(ROLE_MISSING);
        wizard.back();
        assertNull(wizard.problem().get());
        wizard.next();
        assertEquals(ROLE_MISSING, wizard.problem().get());
    }

    @Test
    void aPageCanClearItsProblemWhileAnotherIsInFront() {
        wizard.next();
        signIn.show(ROLE_MISSING);
        wizard.back();
        wizard.frameFor("save").clearProblem();
        signIn.clearProblem();
        wizard.next();
        assertNull(wizard.problem().get());
    }

    @Test
    void aPageThatIsNotInFrontHasNoEffect() {
        wizard.announce(new SimpleStringProperty("Apple’s line"));
        signIn.announce(new SimpleStringProperty("Reading"));
        signIn.next();
        assertEquals("Apple’s line", wizard.status().get());
        assertEquals(0, wizard.position());
    }

    @Test
    void anActionThatLedAwayLeadsBackOnceDone() {
        detourFromSaveToSignIn();
        assertEquals(1, wizard.position());
        signIn.returnFromDetour();
        assertEquals(2, wizard.position());
        signIn.returnFromDetour();
        assertEquals(2, wizard.position());
    }

    @Test
    void movingOnEndsTheDetour() {
        detourFromSaveToSignIn();
        wizard.back();
        wizard.next();
        signIn.returnFromDetour();
        assertEquals(1, wizard.position());
    }

    @Test
    void aProblemDuringTheDetourIsNotSkipped() {
        detourFromSaveToSignIn();
        signIn.show(ROLE_MISSING);
        signIn.returnFromDetour();
        assertEquals(1, wizard.position());
    }

    @Test
    void noProblemClaimsLessThanASaveHasChanged() {
        renewalState.recordAttempt(new RenewalPlan(
                new ProvisioningApp("app", "Apple", new Connection(List.of()), List.of()),
                new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(), Optional.empty(),
                        Optional.empty()),
                Portal.SCHOOL, Optional.empty(), Consents.NOTHING, ChangeState.NOTHING), ChangeState.NOT_KNOWN);
        wizard.next();
        signIn.show(ROLE_MISSING);
        assertEquals(ROLE_MISSING.after(ChangeState.NOT_KNOWN), wizard.problem().get());
    }

    @Test
    void withoutADetourThereIsNoReturn() {
        wizard.next();
        signIn.returnFromDetour();
        assertEquals(1, wizard.position());
    }

    private void detourFromSaveToSignIn() {
        wizard.next();
        wizard.next();
        wizard.frameFor("save").show(SIGNED_OUT);
        wizard.actOn(SIGNED_OUT);
    }
}
