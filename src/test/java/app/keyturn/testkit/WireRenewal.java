package app.keyturn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepListener;
import app.keyturn.renewal.StepState;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.SyncWatch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A whole renewal over HTTP with the real sign-in, Graph client and renewal, against a practice world, in time that
 * passes only by pauses. It tells in a line how it ended, and what was seen and done on the way.
 */
public final class WireRenewal implements AutoCloseable {
    /** The real limits, except that a response which never comes is not awaited for long. */
    public static final Limits LIMITS = Limits.STANDARD.withAnswer(Duration.ofMillis(400));

    private static final int MOST_CALLS_TO_FIND_THE_APP = 16;
    private static final int MOST_ACTIONS = 12;

    public final FakeTimer time = new FakeTimer();
    public final PracticeRenewal practice;
    private final User user;
    private final List<String> story = new ArrayList<>();
    private Consents consents = Consents.NOTHING;
    private ChangeState earlierChange = ChangeState.NOTHING;
    private @Nullable ScimToken token;
    private boolean signedIn;
    private int actions;
    private int callsToGreen;
    private boolean firstWithoutRole;
    private Optional<RenewalOutcome.Renewed> renewed = Optional.empty();

    /** Who sits in front of the program. */
    public enum User {
        /** Stops at the first question or problem. */
        DOES_NOTHING,
        /** Agrees to every question, and does what each problem offers, except by hand. */
        FOLLOWS
    }

    private WireRenewal(Scenario scenario, User user, UnaryOperator<PracticeSettings> change) throws IOException {
        this.user = user;
        practice = PracticeRenewal.in(scenario, change.apply(PracticeSettings.forTests(time)), time, LIMITS);
    }

    public static WireRenewal in(Scenario scenario, User user, UnaryOperator<PracticeSettings> change)
            throws IOException {
        return new WireRenewal(scenario, user, change);
    }

    /** Has the user sign in first with the account that has no role. */
    public void signInWithoutRoleFirst() {
        firstWithoutRole = true;
    }

    /** Goes as far as this user gets. Checks what must hold in any case. */
    public String run() throws Exception {
        String end = end();
        assertEquals(List.of(), practice.world.violations(), this::toString);
        story.add(end + ", " + puts() + " PUT, " + starts() + " start");
        return toString();
    }

    /** The outcome, if the renewal was completed. */
    public RenewalOutcome.Renewed renewed() {
        return renewed.orElseThrow(() -> new AssertionError(this));
    }

    /** The saves that arrived, refused ones included. */
    public long puts() {
        return count("PUT", "/secrets");
    }

    /** The calls to Microsoft Graph until the token was saved, checked, and the sync restarted. */
    public int callsToGreen() {
        return callsToGreen;
    }

    private long starts() {
        return count("POST", "/start");
    }

    private long count(String method, String end) {
        return practice.world.requests()
                .stream()
                .filter(entry -> entry.method().equals(method) && entry.path().endsWith(end))
                .count();
    }

    /** What happened, in order. */
    @Override
    public String toString() {
        return String.join("; ", story);
    }

    private String end() throws Exception {
        ProvisioningApp app = null;
        while (true) {
            try {
                if (!signedIn) {
                    signIn();
                    app = null;
                }
                if (app == null) {
                    app = find();
                }
                Optional<String> end = renew(app);
                if (end.isPresent()) {
                    return end.get();
                }
            } catch (ProblemException e) {
                if (!actsOn(e.problem())) {
                    return shown(e.problem());
                }
            }
        }
    }

    private void signIn() throws ProblemException {
        PracticeBrowser.Choice choice = firstWithoutRole
                ? PracticeBrowser.Choice.USER_WITHOUT_ROLE
                : PracticeBrowser.Choice.ADMINISTRATOR;
        firstWithoutRole = false;
        try {
            practice.signIn(choice);
            signedIn = true;
        } catch (InterruptedException stopped) {
            // Microsoft's page has shown a refusal that the program does not hear of.
            throw problem(ProblemCode.SIGNIN_CANCELLED);
        }
    }

    private ProvisioningApp find() throws ProblemException, InterruptedException {
        int before = practice.calls.size();
        SearchResult search = practice.provisioning.readTenant(Optional.of(Portal.SCHOOL)).search();
        int calls = practice.calls.size() - before;
        assertTrue(calls <= MOST_CALLS_TO_FIND_THE_APP || batchesFail(), practice.calls::toString);
        if (search.apps().isEmpty() && user == User.FOLLOWS) {
            search = searchAll();
        }
        search.unread().forEach(unread -> story.add("unread " + unread.name()));
        return search.apps()
                .stream()
                .max(Comparator.comparing((ProvisioningApp app) -> app.portal().equals(Optional.of(Portal.SCHOOL)))
                        .thenComparing(app -> app.job().filter(SyncJob::enabled).isPresent()))
                .orElseThrow(() -> problem(ProblemCode.APP_NOT_FOUND));
    }

    /** If so, each read is a call of its own. */
    private boolean batchesFail() {
        return practice.world.requests()
                .stream()
                .anyMatch(entry -> entry.path().endsWith("/$batch") && entry.status() != 200);
    }

    private SearchResult searchAll() throws ProblemException, InterruptedException {
        SearchResult search = SearchResult.NONE;
        do {
            story.add(search.read().isEmpty() ? "searches all apps" : "searches on");
            search = practice.provisioning.searchAll(search, _ -> {});
            time.advance(Duration.ofMinutes(1));
            actions++;
        } while (search.rest() instanceof SearchResult.Rest.Interrupted && actions < MOST_ACTIONS);
        return search;
    }

    /** One attempt; empty if the user goes on. */
    private Optional<String> renew(ProvisioningApp app) throws Exception {
        if (!app.connection().signsInByToken()) {
            throw problem(ProblemCode.SYNC_NOT_BY_TOKEN);
        }
        SyncJob job = app.job().orElseThrow(() -> problem(ProblemCode.SYNC_NOT_SET_UP));
        Baseline before = practice.renewal.baseline(app, job);
        if (before instanceof Baseline.Unavailable) {
            story.add("old token not tested");
        }
        if (token == null) {
            token = practice.newToken();
        }
        RenewalPlan plan = new RenewalPlan(app, job, Portal.SCHOOL, Optional.of(before), consents, earlierChange);
        RenewalOutcome outcome = practice.renewal.run(plan, token, new Watcher());
        while (outcome instanceof RenewalOutcome.NotChecked notChecked) {
            if (!actsOn(notChecked.problem())) {
                return Optional.of(shown(notChecked.problem()));
            }
            if (!signedIn) {
                signIn();
            }
            outcome = practice.renewal.checkAgain(notChecked.saved(), new Watcher());
        }
        return switch (outcome) {
            case RenewalOutcome.Renewed done -> Optional.of(completed(plan, done));
            case RenewalOutcome.ConsentNeeded(var question) -> {
                consents = consents.with(question);
                yield agrees(question.getClass().getSimpleName()) ? Optional.empty() : Optional.of("asked");
            }
            case RenewalOutcome.Failed failed -> {
                earlierChange = failed.problem().changed();
                yield actsOn(failed.problem()) ? Optional.empty() : Optional.of(shown(failed.problem()));
            }
            case RenewalOutcome.NotChecked _ -> throw new AssertionError(this);
        };
    }

    private String completed(RenewalPlan plan, RenewalOutcome.Renewed done) throws Exception {
        renewed = Optional.of(done);
        callsToGreen = practice.calls.size();
        String saved = done.proof() instanceof SaveProof.ByTest ? "renewed by test, " : "renewed, ";
        SyncRestartResult restart = done.syncRestart();
        if (restart instanceof SyncRestartResult.ConsentNeeded && agrees("start")) {
            restart = practice.renewal.resume(plan, done);
        }
        return saved + switch (restart) {
            case SyncRestartResult.NotNeeded _ -> "runs, " + synced(plan, done);
            case SyncRestartResult.Started _ -> "started, " + synced(plan, done);
            case SyncRestartResult.ConsentNeeded _ -> "asks to start";
            case SyncRestartResult.LeftAlone(Problem problem) -> "left alone: " + shown(problem);
        };
    }

    private String synced(RenewalPlan plan, RenewalOutcome.Renewed done) throws Exception {
        SyncProof proof = new SyncWatch(practice.provisioning, LIMITS, time).watch(plan, done.proof(), _ -> {});
        return proof instanceof SyncProof.Seen ? "synced" : "not synced";
    }

    private boolean agrees(String question) {
        boolean follows = user == User.FOLLOWS && ++actions < MOST_ACTIONS;
        story.add((follows ? "agrees to " : "asked about ") + question);
        return follows;
    }

    /** Does what the problem offers, except to finish by hand, or to look in another organisation. */
    private boolean actsOn(Problem problem) {
        boolean elsewhere = problem.action() == Action.BY_HAND || problem.code().group() == ProblemCode.Group.APP;
        if (user == User.DOES_NOTHING || ++actions >= MOST_ACTIONS || elsewhere) {
            return false;
        }
        story.add(shown(problem) + ": " + problem.action());
        time.advance(Duration.ofMinutes(1));
        switch (problem.action()) {
            case SIGN_IN_AGAIN, SWITCH_ACCOUNT -> signedIn = false;
            case BACK_TO_TOKEN -> {
                practice.revokeNewestToken();
                token = null;
            }
            case CHOOSE_APP, TRY_AGAIN, CHECK_AGAIN, READ_AGAIN, BY_HAND -> {
                // The loop goes on.
            }
        }
        return true;
    }

    private ProblemException problem(ProblemCode code) {
        return new ProblemException(new Problem(code, Diagnostics.at(time.now())));
    }

    private static String shown(Problem problem) {
        return problem.code().id() + " " + problem.changed();
    }

    /** Notes what the window would say. */
    private final class Watcher implements StepListener {
        @Override
        public void step(Step step, StepState state) {
            // The outcome tells where it ended.
        }

        @Override
        public void waitingForEffect(Instant until) {
            if (story.isEmpty() || !story.getLast().equals("waits for effect")) {
                story.add("waits for effect");
            }
        }

        @Override
        public void testedWithoutSettings() {
            story.add("tested without settings");
        }
    }

    @Override
    public void close() throws IOException {
        practice.close();
    }
}
