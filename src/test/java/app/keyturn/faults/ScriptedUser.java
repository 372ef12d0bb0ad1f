package app.keyturn.faults;

import app.keyturn.renewal.Action;
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

/** Goes from the token at Apple to the green page, one button after the other, and stops at each piece of bad news. */
final class ScriptedUser {
    /** How long anybody waits for the window, on a slow machine. */
    static final Duration BOUND = Duration.ofSeconds(20);
    private static final int MOST_STEPS = 30;

    private final RenewalHarness desk;
    private final String token;

    ScriptedUser(RenewalHarness desk) {
        this.desk = desk;
        token = desk.world.generateToken();
        desk.desktop.copy(token);
    }

    /** Where a person comes to. */
    sealed interface Stop {
        /** A sync has run with the new token. */
        record Green() implements Stop {}

        /** There is bad news. */
        record Bad(Problem problem) implements Stop {}

        /** All is well, but for the first sync, which was not seen in the time for it. */
        record NotSeenYet() implements Stop {}

        /** The window gave nothing to do. */
        record Stuck(String why) implements Stop {}
    }

    /** Goes on as far as there is a way. */
    Stop goOn() throws InterruptedException {
        String before = "";
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!desk.window.settles(BOUND)) {
                return new Stop.Stuck("control did not come back");
            }
            Problem problem = desk.wizard.problem().get();
            if (problem != null) {
                return new Stop.Bad(problem);
            }
            Page page = Objects.requireNonNull(desk.wizard.current().get());
            if (page.id().equals("done")) {
                return whereTheSyncStands();
            }
            if (page.id().equals(before) && !page.model().ready().get()) {
                return new Stop.Stuck("nothing to do on the page " + page.id());
            }
            before = page.id();
            press(page);
        }
        return new Stop.Stuck("no end");
    }

    /** Does the one thing that is offered. */
    void act(Stop at) throws InterruptedException {
        switch (at) {
            case Stop.Bad(Problem problem) when desk.wizard.problem().get() != null -> {
                if (problem.action() == Action.BY_HAND) {
                    lookAtTheStepsByHand();
                } else if (desk.wizard.canActOn(problem)) {
                    desk.wizard.actOn(problem);
                }
            }
            case Stop.Bad(Problem problem) when desk.sync.canCheckAgain() -> desk.sync.checkAgain();
            case Stop.Bad(Problem problem) when problem.action() == Action.BY_HAND -> lookAtTheStepsByHand();
            case Stop.Bad _,Stop.NotSeenYet _ -> desk.sync.watchAgain();
            case Stop.Green _,Stop.Stuck _ -> throw new AssertionError("Nothing is offered");
        }
        desk.window.settles(BOUND);
    }

    /** True if the token is where it was put. */
    boolean hasTheToken() {
        ScimToken held = desk.renewalState.token().get();
        return held != null && held.reveal().equals(token) && desk.renewalState.pasted().get().equals(token);
    }

    /** True if the token was let go of everywhere. */
    boolean hasLetGoOfTheToken() {
        return desk.renewalState.token().get() == null && desk.renewalState.pasted().get().isEmpty()
                && !desk.desktop.paste().equals(Optional.of(token));
    }

    /** True if Microsoft has the new token. */
    boolean isSaved() {
        return token.equals(desk.world.storedPairs().get("SecretToken"));
    }

    private void press(Page page) {
        Wizard wizard = desk.wizard;
        if (page.id().equals("apple") && desk.renewalState.token().get() == null) {
            desk.apple.keepToken();
        }
        if (page.model().ready().get()) {
            wizard.next();
        } else if (page.id().equals("sign-in")) {
            desk.signIn.perform(Action.SIGN_IN_AGAIN);
        } else if (page.id().equals("save")) {
            desk.save.testAndSave();
        }
    }

    private Stop whereTheSyncStands() {
        @Nullable
        Problem unwatched = desk.sync.watchProblem().get();
        if (desk.sync.proof().get() instanceof SyncProof.Seen) {
            return new Stop.Green();
        }
        if (desk.sync.restartResult().get() instanceof SyncRestartResult.LeftAlone alone) {
            return new Stop.Bad(alone.problem());
        }
        return unwatched == null ? new Stop.NotSeenYet() : new Stop.Bad(unwatched);
    }

    private void lookAtTheStepsByHand() {
        desk.wizard.showSidePage(desk.byHand);
        desk.wizard.closeSidePage();
        if (desk.renewalState.result().get() == null) {
            desk.signIn.perform(Action.SWITCH_ACCOUNT); // meanwhile somebody has seen to it; the page reads anew
        }
    }
}
