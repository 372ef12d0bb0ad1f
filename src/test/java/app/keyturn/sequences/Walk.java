package app.keyturn.sequences;

import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.SaveNotes;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.sequences.ObservedServices.Begun;
import app.keyturn.sequences.ObservedServices.RestartAsked;
import app.keyturn.sequences.ObservedServices.Screen;
import app.keyturn.sequences.Truth.OfWindow;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Answer;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.FakeTenants;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.wizard.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two organisations, three apps, two people in each, and two windows on one folder. Each step is something that a person
 * does, that happens at Microsoft or Apple, or that will happen at one of the next calls. A step that is not possible at
 * the moment does nothing, so any list of steps can be walked.
 */
final class Walk {
    private static final String MAPLE = "1111";
    private static final String OAK = "2222";
    private static final Map<String, String> TENANTS = Map.of("a1", MAPLE, "a2", MAPLE, "b1", OAK);
    private static final List<String> APPS = List.of("a1", "a2", "b1");
    private static final List<Account> PEOPLE = List.of(new Account("anna@maple.example", MAPLE),
            new Account("bert@maple.example", MAPLE), new Account("otto@oak.example", OAK),
            new Account("olga@oak.example", OAK));
    private static final int MAX_DEPTH = 2;

    private final Path folder;
    private final FakeTimer time = new FakeTimer();
    private final FakeTenants microsoft = new FakeTenants(time);
    private final Truth truth;
    private final List<String> created = new ArrayList<>();
    private final List<OfWindow> windows = new ArrayList<>();
    /** Closed or killed ones, whose locks are released in the end. */
    private final List<WindowModels> left = new ArrayList<>();
    private int depth;

    /** What a step is. */
    enum What {
        PORTAL, NEXT, BACK, KEEP, PASTE, SIGN_IN, CHOOSE, SAVE, AGREE, ACT, WATCH, RESTART, SHOWS_ACTIVE, REVOKED, FINISH, CLOSE, BY_HAND, REMINDER, RECEIPT, FORGET, RENEW_KNOWN, FINISH_UNFINISHED, DISMISS, CHECK_FIRST,
        /** The browser, and the watch of a sync, take their time until {@link #GO_ON}. */
        TAKE_TIME, GO_ON,
        /** Time passes. */
        MINUTES, YEAR,
        /** A sync, as far as it runs; another state of the job; a token that no longer works; others change settings. */
        SYNC, JOB, RUN_OUT, OTHERS_SET, SESSION_ENDS, SIGN_IN_FAILS,
        /** Something happens at one of the next calls: Stop, an error, the other window, the end of the program. */
        STOP_AT, FAIL_AT, LASTING, MEANWHILE, KILL_AT, KILL_AFTER_PUT,
        /** Answers to the next saves and starts. */
        PUT_ANSWER, START_ANSWER
    }

    /**
     * One step.
     *
     * @param window 0 or 1
     * @param choice which one, of whatever there is to choose from
     */
    record Move(int window, What kind, int choice) {
        static Move parse(String text) {
            String[] parts = text.strip().split(" ", -1);
            return new Move(Integer.parseInt(parts[0]), What.valueOf(parts[1]), Integer.parseInt(parts[2]));
        }

        @Override
        public String toString() {
            return window + " " + kind + " " + choice;
        }
    }

    /** The computer loses its power: nothing of the program runs any more. */
    private static final class Killed extends AssertionError {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("Killed");
        }
    }

    Walk(Path folder) {
        this.folder = folder;
        truth = new Truth(folder, Set.of("a2"));
        TENANTS.forEach(
                (app, tenant) -> microsoft.add(tenant, app, app.equals("a1") ? Portal.SCHOOL : Portal.BUSINESS));
        app("a2").removeByOthers("SyncNotificationSettings");
        APPS.forEach(app -> app(app).sendsRequestIds = true);
        try {
            Files.createDirectories(folder.resolve("files"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open(0);
        open(1);
    }

    Truth truth() {
        return truth;
    }

    /** Walks the steps, and compares after each. */
    void run(List<Move> moves) {
        try {
            for (Move move : moves) {
                time.advance(Duration.ofSeconds(7));
                try {
                    perform(move);
                } catch (Killed killed) {
                    windows.forEach(truth::killed);
                    open(0);
                    open(1);
                }
                depth = 0;
                clearInterrupt();
                truth.check(windows);
            }
        } finally {
            clearInterrupt();
            releaseLocks();
        }
    }

    private static void clearInterrupt() {
        Thread.interrupted();
    }

    /** On some systems a file cannot be deleted while it is locked. */
    private void releaseLocks() {
        windows.forEach(of -> left.add(of.window));
        for (WindowModels window : left) {
            try {
                for (SaveNotes.Interrupted note : window.notes.interrupted()) {
                    window.notes.dismiss(note);
                }
                window.notes.dismiss(new SaveNotes.Unreadable());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void open(int place) {
        FakeTenants session = microsoft.anotherSession();
        ObservedServices services = new ObservedServices(time, session);
        OfWindow opened = new OfWindow(new WindowModels(folder, time, session, services), services);
        if (place < windows.size()) {
            left.add(windows.get(place).window);
            windows.set(place, opened);
        } else {
            windows.add(opened);
        }
    }

    private FakeProvisioning app(String appId) {
        return microsoft.app(Objects.requireNonNull(TENANTS.get(appId)), appId);
    }

    private void perform(Move move) {
        OfWindow of = windows.get(move.window());
        WindowModels window = of.window;
        if (window.save.running().get()) {
            return; // this is what happens meanwhile
        }
        boolean ran = switch (move.kind()) {
            case SAVE -> save(of);
            case AGREE -> agree(of);
            case ACT -> act(of, move.choice());
            default -> {
                other(of, window, move);
                yield false;
            }
        };
        truth.noticed(of, ran);
        if (window.startedOver) {
            open(move.window());
        }
    }

    private void other(OfWindow of, WindowModels window, Move move) {
        int choice = move.choice();
        String page = window.page();
        switch (move.kind()) {
            case PORTAL -> {
                if (page.equals("start")) {
                    window.start.portal().set(oneOf(Portal.values(), choice));
                }
            }
            case NEXT -> window.wizard.next();
            case BACK -> window.wizard.back();
            case KEEP -> {
                if (page.equals("apple")) {
                    window.desktop.clipboard = token(window, choice);
                    window.apple.keepToken();
                }
            }
            case PASTE -> {
                if (page.equals("token")) {
                    window.token.paste(token(window, choice));
                }
            }
            case SIGN_IN -> {
                if (page.equals("sign-in")) {
                    window.microsoft.next = PEOPLE.get(choice % PEOPLE.size());
                    window.signIn.perform(Action.SIGN_IN_AGAIN);
                }
            }
            case CHOOSE -> {
                if (page.equals("sign-in") && !window.signIn.apps().isEmpty()
                        && window.state.signedIn().get() != null) {
                    window.signIn.choose(window.signIn.apps().get(choice % window.signIn.apps().size()));
                }
            }
            case WATCH -> {
                if (page.equals("done")) {
                    window.sync.watchAgain();
                }
            }
            case RESTART -> restart(of, page);
            case SHOWS_ACTIVE -> {
                if (page.equals("done") && !(window.sync.proof().get() instanceof SyncProof.Seen)) {
                    window.done.appleShowsActive().set(!window.done.appleShowsActive().get());
                }
            }
            case REVOKED -> {
                if (page.equals("done") && (window.done.mayRevoke().get() || window.done.revoked().get())) {
                    window.done.revoked().set(!window.done.revoked().get());
                    truth.saysRevoked(of, window.done.revoked().get());
                }
            }
            case FINISH -> {
                if (page.equals("done")) {
                    window.done.finish();
                }
            }
            case CLOSE -> open(move.window());
            case BY_HAND -> byHand(of);
            case REMINDER -> reminder(of);
            case RECEIPT -> receipt(of);
            case FORGET, RENEW_KNOWN -> known(window, page, move);
            case FINISH_UNFINISHED -> {
                if (page.equals("start") && window.notes.interrupted()
                        .stream()
                        .findFirst()
                        .orElse(null) instanceof SaveNotes.Known(var note)) {
                    window.start.finish(note);
                }
            }
            case DISMISS -> {
                if (page.equals("start")) {
                    Set<String> before = truth.notes();
                    window.start.dismiss();
                    Set<String> gone = new HashSet<>(before);
                    gone.removeAll(truth.notes());
                    truth.dismissed(gone);
                }
            }
            case CHECK_FIRST -> {
                if (page.equals("start")) {
                    window.start.checkFirst();
                }
            }
            case TAKE_TIME -> window.tasks.longHeld = true;
            case GO_ON -> {
                window.tasks.longHeld = false;
                if (window.microsoft.next == null) {
                    window.microsoft.next = PEOPLE.get(choice % PEOPLE.size());
                }
                window.tasks.runHeld();
            }
            case MINUTES -> time.advance(Duration.ofMinutes(1 + choice % 60));
            case YEAR -> time.advance(Duration.ofDays(365));
            case SESSION_ENDS -> window.microsoft.endSession();
            case SIGN_IN_FAILS -> window.microsoft.refusal = ProblemCode.SIGNIN_CANCELLED;
            default -> happens(move);
        }
    }

    private boolean save(OfWindow of) {
        WindowModels window = of.window;
        Screen screen = screen(window);
        if (!window.page().equals("save") || screen == null || window.state.result().get() != null) {
            return false;
        }
        of.services.note(new Begun(screen));
        window.save.begin();
        return true;
    }

    private boolean agree(OfWindow of) {
        WindowModels window = of.window;
        Screen screen = screen(window);
        ConsentQuestion asked = window.save.question().get();
        if (!window.page().equals("save") || screen == null || asked == null) {
            return false;
        }
        if (asked instanceof ConsentQuestion.Address address) {
            truth.agrees(of, address.proposed().text());
        }
        of.services.note(new Begun(screen));
        window.save.agree();
        return true;
    }

    /** The button of the problem that is shown. */
    private boolean act(OfWindow of, int choice) {
        WindowModels window = of.window;
        Problem problem = window.wizard.problem().get();
        if (problem == null || !window.wizard.canActOn(problem)) {
            return false;
        }
        window.microsoft.next = PEOPLE.get(choice % PEOPLE.size());
        Screen screen = screen(window);
        boolean runs = window.page().equals("save") && screen != null
                && window.save.performs().contains(problem.action());
        if (runs && screen != null) {
            of.services.note(new Begun(screen));
        }
        if (window.page().equals("done") && problem.action() == Action.CHECK_AGAIN) {
            of.services.note(new RestartAsked(
                    window.sync.restartResult().get() instanceof SyncRestartResult.ConsentNeeded));
        }
        window.wizard.actOn(problem);
        return runs;
    }

    private static void restart(OfWindow of, String page) {
        WindowModels window = of.window;
        if (!page.equals("done")) {
            return;
        }
        if (window.sync.restartResult().get() instanceof SyncRestartResult.ConsentNeeded) {
            of.services.note(new RestartAsked(true));
            window.sync.restartSync();
        } else if (window.sync.canCheckAgain()) {
            of.services.note(new RestartAsked(false));
            window.sync.checkAgain();
        }
    }

    private void byHand(OfWindow of) {
        WindowModels window = of.window;
        if (window.state.result().get() != null || window.state.portal().get() == null) {
            return;
        }
        boolean before = window.byHand.done().get();
        window.byHand.done().set(!before);
        if (before) {
            truth.takesBack(of);
        } else {
            Optional<RenewalRecord> said = window.byHand.record().get();
            if (said.isEmpty()) {
                window.byHand.done().set(false); // the date has passed, and the person looks up no other
            } else if (window.state.signedIn().get() != null && window.state.target().get() != null) {
                truth.saysByHand(of, new Screen(window.state.signedIn().get().account(),
                        window.state.signedIn().get().tenantName(), window.state.target().get().app().id(),
                        Objects.requireNonNull(window.state.portal().get()),
                        window.state.token().get() == null ? "" : window.state.token().get().reveal(),
                        said.get().expiry().date()), time.now());
            }
        }
    }

    private void reminder(OfWindow of) {
        Screen completed = truth.completed(of);
        Optional<RenewalRecord> record = of.window.summary.record();
        if (completed != null && record.isPresent() && !clear().isEmpty()) {
            of.window.files.saveReminder(record.get());
            written("ics").ifPresent(file -> truth.checkReminder(file, completed.tenantName(), completed.expiry()));
        }
    }

    private void receipt(OfWindow of) {
        Screen completed = truth.completed(of);
        Optional<RenewalRecord> record = of.window.summary.record();
        if (completed != null && record.isPresent() && !clear().isEmpty()) {
            of.window.files.saveReceipt(record.get());
            written("html").ifPresent(file -> truth.checkReceipt(file, completed));
        }
    }

    /** Removes the files written before. */
    private List<Path> clear() {
        Path files = folder.resolve("files");
        try (var all = Files.list(files)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
            return List.of(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> written(String extension) {
        try (var all = Files.list(folder.resolve("files"))) {
            return all.filter(file -> file.toString().endsWith("." + extension)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void known(WindowModels window, String page, Move move) {
        List<ExpiryEntry> entries = window.book.entries();
        if (!page.equals("start") || entries.isEmpty()) {
            return;
        }
        ExpiryEntry entry = entries.get(move.choice() % entries.size());
        if (move.kind() == What.RENEW_KNOWN) {
            window.start.renew(entry);
        } else {
            try {
                window.book.forget(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            truth.forgets(entry.portal(), entry.tenantId(), entry.appObjectId());
        }
    }

    /** Null unless everything is there. */
    private static @Nullable Screen screen(WindowModels window) {
        return window.state.signedIn().get() == null || window.state.target().get() == null
                || window.state.portal().get() == null || window.state.token().get() == null
                || window.state.expiry().get() == null
                        ? null
                        : new Screen(window.state.signedIn().get().account(),
                                window.state.signedIn().get().tenantName(), window.state.target().get().app().id(),
                                window.state.portal().get(), window.state.token().get().reveal(),
                                window.state.expiry().get().date());
    }

    /** A new token of the chosen portal, or one that was created before. */
    private String token(WindowModels window, int choice) {
        if (choice % 4 < 2 || created.isEmpty()) {
            String token = "eyToken" + created.size() + "OfTheYear0123456789abcdefghijklmnopqrstuvwxyz";
            created.add(token);
            truth.created(token);
            microsoft.create(token, Objects.requireNonNullElse(window.state.portal().get(), Portal.SCHOOL));
            return token;
        }
        return choice % 4 == 2 ? created.getLast() : created.get(choice / 4 % created.size());
    }

    // What happens at Microsoft and Apple.

    private void happens(Move move) {
        int choice = move.choice();
        Target target = windows.get(move.window()).window.state.target().get();
        String appId = target == null || choice % 4 == 0 ? APPS.get(choice % APPS.size()) : target.app().id();
        int rest = choice / 4;
        FakeProvisioning app = app(appId);
        switch (move.kind()) {
            case SYNC -> sync(app, rest);
            case JOB -> app.job = job(app.job, rest);
            case RUN_OUT -> APPS.forEach(
                    each -> app(each).appleTokens.remove(app.stored().get(ConnectionPair.SECRET_TOKEN)));
            case OTHERS_SET -> app.setByOthers("SyncAll", rest % 2 == 0 ? "true" : "false");
            case STOP_AT -> at(app, rest, windows.get(move.window()).window.save::stop);
            case FAIL_AT -> at(app, rest, fault(rest / 20));
            case LASTING -> {
                for (int nth = 1; nth <= 6; nth++) {
                    Kind kind = kind(rest);
                    if (kind != Kind.PUT) {
                        app.on(kind, app.count(kind) + nth, fault(rest / 6));
                    }
                }
            }
            case MEANWHILE -> at(app, rest, () -> meanwhile(move));
            case KILL_AT -> at(app, rest, () -> {
                throw new Killed();
            });
            case KILL_AFTER_PUT -> app.on(Kind.PUT, app.count(Kind.PUT) + 1, () -> {
                app.calls().getLast().body().forEach(app::setByOthers);
                throw new Killed();
            });
            case PUT_ANSWER -> app.putAnswers.add(oneOf(Answer.values(), rest));
            case START_ANSWER -> app.startAnswers.add(startAnswer(rest));
            default -> throw new AssertionError(move.kind());
        }
    }

    private static <T> T oneOf(T[] all, int choice) {
        return List.of(all).get(choice % all.length);
    }

    private static Kind kind(int rest) {
        return oneOf(Kind.values(), rest);
    }

    /** At the first, second or third of the next calls of a kind; a PUT answers, and never throws. */
    private static void at(FakeProvisioning app, int rest, FakeProvisioning.Event event) {
        Kind kind = kind(rest);
        app.on(kind, app.count(kind) + 1 + rest / 6 % 3, () -> {
            try {
                event.happens();
            } catch (ProblemException | InterruptedException e) {
                if (kind != Kind.PUT) {
                    throw e;
                }
            }
        });
    }

    private static FakeProvisioning.Event fault(int which) {
        ProblemCode[] codes = {ProblemCode.SERVICE_DOWN, ProblemCode.SERVICE_BUSY, ProblemCode.NET_TIMED_OUT,
                ProblemCode.ROLE_MISSING, ProblemCode.NET_UNREACHABLE, ProblemCode.SIGNIN_EXPIRED,
                ProblemCode.TOKEN_NOT_CHECKED, ProblemCode.SERVICE_REFUSED, ProblemCode.APP_GONE};
        return () -> {
            throw new ProblemException(new Problem(codes[which % codes.length], ChangeState.NOTHING,
                    Diagnostics.at(Instant.EPOCH)));
        };
    }

    private static Answer startAnswer(int rest) {
        return List.of(Answer.GIVEN, Answer.LOST_AFTER, Answer.LOST_BEFORE, Answer.REFUSED, Answer.NOT_SENT)
                .get(rest % 5);
    }

    /** The person in the other window does the next thing there. */
    private void meanwhile(Move move) {
        if (depth >= MAX_DEPTH) {
            return;
        }
        depth++;
        int other = 1 - move.window();
        List<What> possible = List.of(What.SAVE, What.AGREE, What.WATCH, What.REVOKED, What.NEXT, What.SYNC,
                What.SESSION_ENDS);
        perform(new Move(other, possible.get(move.choice() / 7 % possible.size()), move.choice()));
        depth--;
    }

    private void sync(FakeProvisioning app, int rest) {
        if (app.job.schedule() != Schedule.ACTIVE
                || (app.job.status() != Status.ACTIVE && app.job.status() != Status.FIRST_CYCLE)) {
            return;
        }
        SyncJob.Result result = oneOf(SyncJob.Result.values(), rest);
        Instant began = time.now().minusSeconds(rest % 3 == 0 ? 20 : 0);
        app.job = new SyncJob(app.job.id(), app.job.status(), app.job.schedule(), app.job.quarantine(),
                Optional.of(new SyncJob.Execution(began,
                        rest % 5 == 0 ? Optional.empty() : Optional.of(began.plusSeconds(1)), result)),
                app.job.lastSuccess());
    }

    private static SyncJob job(SyncJob job, int rest) {
        return switch (rest % 8) {
            case 0, 1, 2 -> with(job, Status.ACTIVE, Schedule.ACTIVE, null);
            case 3 -> with(job, Status.QUARANTINE, Schedule.ACTIVE, QuarantineReason.BAD_CREDENTIALS);
            case 4 -> with(job, Status.QUARANTINE, Schedule.ACTIVE, QuarantineReason.TOO_MANY_DELETES);
            case 5 -> with(job, Status.PAUSED, Schedule.PAUSED, null);
            case 6 -> with(job, Status.FIRST_CYCLE, Schedule.ACTIVE, null);
            default -> with(job, Status.QUARANTINE, Schedule.DISABLED, QuarantineReason.BAD_CREDENTIALS);
        };
    }

    private static SyncJob with(SyncJob job, Status status, Schedule schedule, @Nullable QuarantineReason reason) {
        return new SyncJob(job.id(), status, schedule,
                Optional.ofNullable(reason).map(it -> new SyncJob.Quarantine(it, Optional.empty())),
                job.lastExecution(), job.lastSuccess());
    }
}
