package app.keyturn.faults;

import app.keyturn.renewal.Action;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.Wizard;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes from the token at Apple to the done page, button by button, and stops at each problem. */
final class ScriptedUser {
    /** How long to wait for the window on a slow machine. */
    static final Duration BOUND = Duration.ofSeconds(20);
    private static final int MOST_STEPS = 30;

    private final RenewalHarness harness;
    private final String token;

    ScriptedUser(RenewalHarness harness) {
        this.harness = harness;
        token = harness.world.generateToken();
        harness.desktop.copy(token);
    }

    /** Where the user stops. */
    sealed interface Stop {
        /** A sync has run with the new token. */
        record Green() implements Stop {}

        /** A problem is shown. */
        record Bad(Problem problem) implements Stop {}

        /** All is well, but the first sync was not seen within the time limit. */
        record NotSeenYet() implements Stop {}

        /** The window offers nothing to do. */
        record Stuck(String why) implements Stop {}
    }

    /** Goes on as far as possible. */
    Stop proceed() throws InterruptedException {
        String before = "";
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!harness.window.awaitIdle(BOUND)) {
                return new Stop.Stuck("control did not come back");
            }
            Problem problem = harness.wizard.problem().get();
            if (problem != null) {
                return new Stop.Bad(problem);
            }
            Page page = Objects.requireNonNull(harness.wizard.current().get());
            if (page.id().equals("done")) {
                return syncState();
            }
            if (page.id().equals(before) && !page.model().ready().get()) {
                return new Stop.Stuck("nothing to do on the page " + page.id());
            }
            before = page.id();
            press(page);
        }
        return new Stop.Stuck("no end");
    }

    /** Follows the offered action. */
    void followAction(Stop at) throws InterruptedException {
        switch (at) {
            case Stop.Bad(Problem problem) when harness.wizard.problem().get() != null -> {
                if (problem.action() == Action.BY_HAND) {
                    openManualSteps();
                } else if (harness.wizard.canActOn(problem)) {
                    harness.wizard.actOn(problem);
                }
            }
            case Stop.Bad(Problem problem) when harness.sync.canCheckAgain() -> harness.sync.checkAgain();
            case Stop.Bad(Problem problem) when problem.action() == Action.BY_HAND -> openManualSteps();
            case Stop.Bad _,Stop.NotSeenYet _ -> harness.sync.watchAgain();
            case Stop.Green _,Stop.Stuck _ -> throw new AssertionError("No action is offered");
        }
        harness.window.awaitIdle(BOUND);
    }

    /** True if the token is still where it was put. */
    boolean hasToken() {
        ScimToken held = harness.renewalState.token().get();
        return held != null && held.reveal().equals(token) && harness.renewalState.pasted().get().equals(token);
    }

    /** True if the token is forgotten everywhere. */
    boolean hasForgottenToken() {
        return harness.renewalState.token().get() == null && harness.renewalState.pasted().get().isEmpty()
                && !harness.desktop.paste().equals(Optional.of(token));
    }

    /** True if it is the new token's. */
    boolean isOfToken(Fingerprint fingerprint) {
        return fingerprint.matches(new ScimToken(token.toCharArray()));
    }

    /** True if Microsoft has the new token. */
    boolean isSaved() {
        return token.equals(harness.world.storedPairs().get("SecretToken"));
    }

    private void press(Page page) {
        Wizard wizard = harness.wizard;
        if (page.id().equals("apple") && harness.renewalState.token().get() == null) {
            harness.apple.keepToken();
        }
        if (page.model().ready().get()) {
            wizard.next();
        } else if (page.id().equals("sign-in")) {
            harness.signIn.perform(Action.SIGN_IN_AGAIN);
        } else if (page.id().equals("save")) {
            harness.save.begin();
        }
    }

    private Stop syncState() {
        @Nullable
        Problem unwatched = harness.sync.watchProblem().get();
        if (harness.sync.proof().get() instanceof SyncProof.Seen) {
            return new Stop.Green();
        }
        if (harness.sync.restartResult().get() instanceof SyncRestartResult.LeftAlone alone) {
            return new Stop.Bad(alone.problem());
        }
        return unwatched == null ? new Stop.NotSeenYet() : new Stop.Bad(unwatched);
    }

    private void openManualSteps() {
        harness.wizard.showSidePage(harness.byHand);
        harness.wizard.closeSidePage();
        if (harness.renewalState.result().get() == null) {
            harness.signIn.perform(Action.SWITCH_ACCOUNT); // it was repaired by hand meanwhile; the page reads again
        }
    }
}
