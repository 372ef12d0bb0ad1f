package app.keyturn.sequences;

import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.ReminderForm;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.SaveNotes;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.sequences.ObservedServices.Begun;
import app.keyturn.sequences.ObservedServices.RestartAsked;
import app.keyturn.sequences.ObservedServices.Screen;
import app.keyturn.sequences.Truth.OfWindow;
import app.keyturn.testkit.FakeTimer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two windows on one folder. Each step is something that a person does, that happens at Microsoft or Apple, or that will
 * happen at one of the next calls. A step that is not possible at the moment does nothing, so any list of steps can be
 * walked.
 */
abstract class Walk implements AutoCloseable {
    private static final int MAX_DEPTH = 2;

    final Path folder;
    final FakeTimer time = new FakeTimer();
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
    static final class Killed extends AssertionError {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("Killed");
        }
    }

    Walk(Path folder, Truth truth) {
        this.folder = folder;
        this.truth = truth;
        try {
            Files.createDirectories(folder.resolve("files"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A window's models on the folder, and the services as they see them. */
    abstract OfWindow newWindow();

    /** Chooses who answers the window's next sign-in in the browser. */
    abstract void answersNext(WindowModels window, int choice);

    /** Somebody answers the window's next sign-in in the browser, if nobody is chosen yet. */
    abstract void somebodyAnswersNext(WindowModels window, int choice);

    /** The window's next sign-in in the browser fails. */
    abstract void signInFails(WindowModels window);

    /** Microsoft ends the session of the window, or all of them. */
    abstract void endSession(WindowModels window);

    /** Apple creates a token; empty if it cannot. */
    abstract Optional<String> newToken(Portal portal);

    /** Something happens at Microsoft or Apple, now or at one of the next calls. */
    abstract void happens(Move move);

    /** What else is true after each step. */
    abstract void checkServices();

    /** Ends the services. */
    @Override
    public void close() {
        // Most live in memory only.
    }

    Truth truth() {
        return truth;
    }

    /** Walks the steps, and compares after each. */
    void run(List<Move> moves) {
        open(0);
        open(1);
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
                checkServices();
            }
        } finally {
            clearInterrupt();
            closeNotes();
        }
    }

    private static void clearInterrupt() {
        Thread.interrupted();
    }

    /** As the end of a program does: on Windows a file cannot be deleted while it is open. */
    private void closeNotes() {
        windows.forEach(of -> left.add(of.window));
        for (WindowModels window : left) {
            try {
                window.notes.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void open(int place) {
        OfWindow opened = newWindow();
        if (place < windows.size()) {
            left.add(windows.get(place).window);
            windows.set(place, opened);
        } else {
            windows.add(opened);
        }
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
                    answersNext(window, choice);
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
                somebodyAnswersNext(window, choice);
                window.tasks.runHeld();
            }
            case MINUTES -> time.advance(Duration.ofMinutes(1 + choice % 60));
            case YEAR -> time.advance(Duration.ofDays(365));
            case SESSION_ENDS -> endSession(window);
            case SIGN_IN_FAILS -> signInFails(window);
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
        answersNext(window, choice);
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
            of.window.files.saveReminder(record.get(), ReminderForm.EVENT_EACH_DAY);
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
        Optional<String> token = choice % 4 < 2 || created.isEmpty()
                ? newToken(Objects.requireNonNullElse(window.state.portal().get(), Portal.SCHOOL))
                : Optional.empty();
        token.ifPresent(created::add);
        token.ifPresent(truth::created);
        return token.orElseGet(() -> created.isEmpty()
                ? ""
                : choice % 4 == 2 ? created.getLast() : created.get(choice / 4 % created.size()));
    }

    /** The window of a step. */
    final WindowModels window(Move move) {
        return windows.get(move.window()).window;
    }

    /** The tokens that Apple has created. */
    final List<String> created() {
        return created;
    }

    /** The person in the other window does the next thing there. */
    final void meanwhile(Move move) {
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

    static <T> T oneOf(T[] all, int choice) {
        return List.of(all).get(choice % all.length);
    }
}
