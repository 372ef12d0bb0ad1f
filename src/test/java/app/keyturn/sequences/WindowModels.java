package app.keyturn.sequences;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.apple.AppleModel;
import app.keyturn.pages.apple.GuideModel;
import app.keyturn.pages.byhand.ManualCompletion;
import app.keyturn.pages.common.SyncText;
import app.keyturn.pages.done.DoneModel;
import app.keyturn.pages.done.RenewalSummary;
import app.keyturn.pages.done.SyncModel;
import app.keyturn.pages.save.SaveModel;
import app.keyturn.pages.signin.AppLookup;
import app.keyturn.pages.signin.SignInModel;
import app.keyturn.pages.start.KnownOrganisations;
import app.keyturn.pages.start.NetworkModel;
import app.keyturn.pages.start.NewerVersionModel;
import app.keyturn.pages.start.StartModel;
import app.keyturn.pages.start.UnfinishedSaves;
import app.keyturn.pages.token.TokenModel;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.ExpiryRecorder;
import app.keyturn.records.KnownTokens;
import app.keyturn.records.RecordFiles;
import app.keyturn.records.SaveJournal;
import app.keyturn.records.SaveNotes;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.SyncWatch;
import app.keyturn.renewal.TokenParser;
import app.keyturn.testkit.FakePage;
import app.keyturn.testkit.FakeSessionSwitch;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.testkit.FakeTenants;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Wizard;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The models of one window, wired as the program wires them, and what a person does with them. */
final class WindowModels {
    final FakeTimer time;
    final FakeTenants microsoft;
    final RecordingDesktop desktop;
    final FakeTasks tasks = new FakeTasks();
    final Messages messages = Messages.in(Locale.ENGLISH);
    final RenewalState state = new RenewalState();
    final Wizard wizard = new Wizard(state, () -> startedOver = true);
    final SaveNotes notes;
    final ExpiryBook book;
    final StartModel start;
    final AppleModel apple;
    final GuideModel guide = new GuideModel(state);
    final SignInModel signIn;
    final TokenModel token;
    final SaveModel save;
    final SyncModel sync;
    final DoneModel done;
    final ManualCompletion byHand;
    final RenewalSummary summary = new RenewalSummary(false, "1.2.3", state, ZoneOffset.UTC);
    /** Writes reminder and receipt into the folder {@code files} of this one. */
    final RecordFiles files;
    /** How often the person agreed to a question. */
    int agreed;
    /** True once the person has begun anew: then the program builds another window's models. */
    boolean startedOver;

    WindowModels(Path folder) {
        this(folder, new FakeTimer());
    }

    private WindowModels(Path folder, FakeTimer time) {
        this(folder, time, new FakeTenants(time));
    }

    private WindowModels(Path folder, FakeTimer time, FakeTenants microsoft) {
        this(folder, time, microsoft, microsoft);
    }

    /**
     * A window on a folder that others may use, too.
     *
     * @param microsoft the sign-in
     * @param provisioning the calls of the one who is signed in there
     */
    WindowModels(Path folder, FakeTimer time, FakeTenants microsoft, Provisioning provisioning) {
        this(folder, time, microsoft, microsoft, provisioning, new RecordingDesktop(), false);
    }

    /**
     * The same with other services than the stand-ins; {@link #microsoft} has no organisations then.
     *
     * @param desktop whose browser signs in
     */
    static WindowModels inPractice(Path folder, FakeTimer time, SignIn access, Provisioning provisioning,
            RecordingDesktop desktop) {
        return new WindowModels(folder, time, new FakeTenants(time), access, provisioning, desktop, true);
    }

    private WindowModels(Path folder, FakeTimer time, FakeTenants microsoft, SignIn access,
            Provisioning provisioning, RecordingDesktop desktop, boolean practice) {
        this.time = time;
        this.microsoft = microsoft;
        this.desktop = desktop;
        book = ExpiryBook.open(folder);
        notes = SaveNotes.in(folder);
        files = new RecordFiles(messages::texts, time,
                name -> Optional.of(folder.resolve("files").resolve(name)), (_, _) -> true, book::nextReminderSeries);
        Renewal renewal = new Renewal(provisioning, Limits.STANDARD, time);
        TokenParser parser = new TokenParser(time, practice);
        KnownTokens known = new KnownTokens(Optional.of(book), time);
        signIn = new SignInModel(new AppLookup(access, provisioning, renewal, time), state,
                wizard.frameFor("sign-in"), tasks, desktop, messages);
        start = new StartModel(state, wizard.frameFor("start"), new FakeSessionSwitch(false), messages,
                new KnownOrganisations(Optional.of(book), time),
                new UnfinishedSaves(Optional.of(notes), time, messages),
                new NetworkModel(Optional.empty(), tasks, state.proxy(), messages),
                new NewerVersionModel(Optional.empty(), () -> true, tasks, desktop, wizard.frameFor("start"),
                        messages),
                signIn::propose);
        apple = new AppleModel(state, parser, known, desktop, wizard.frameFor("apple"), messages,
                new SyncText(messages, time), () -> "");
        token = new TokenModel(state, parser, known, desktop, wizard.frameFor("token"), messages, time);
        save = new SaveModel(renewal, state, wizard.frameFor("save"), tasks, desktop, messages, time,
                this::observer);
        byHand = new ManualCompletion(false, "1.2.3", state, messages, time, _ -> {});
        byHand.subscribe(new ExpiryRecorder(book, Runnable::run, _ -> {})::recordByHand);
        byHand.done().subscribe(isDone -> {
            if (isDone) {
                finishedByHand();
            }
        });
        sync = new SyncModel(renewal, new SyncWatch(provisioning, Limits.STANDARD, time), state,
                wizard.frameFor("done"),
                tasks, time);
        summary.subscribe(new ExpiryRecorder(book, Runnable::run, _ -> {})::record);
        done = new DoneModel(sync, access, () -> URI.create("https://login.example/out"), state,
                wizard.frameFor("done"), desktop, messages);
        List<Page> pages = List.of(new FakePage("start", start), new FakePage("apple", apple),
                new FakePage("sign-in", signIn), new FakePage("token", token), new FakePage("save", save),
                new FakePage("done", done));
        wizard.open(pages, List.of(pages.get(0), pages.get(2), pages.get(1), pages.get(3), pages.get(4),
                pages.get(5)));
    }

    private SaveObserver observer(RenewalPlan plan) {
        SignedIn who = Objects.requireNonNull(state.signedIn().get());
        return SaveJournal.create(Optional.of(notes), plan, who.tenantName(), who.account(), time);
    }

    private void finishedByHand() {
        SignedIn who = state.signedIn().get();
        if (who != null) {
            state.plan(Consents.NOTHING)
                    .ifPresent(plan -> SaveJournal.finishedByHand(notes, plan, who.tenantName(), who.account(), time));
        }
    }

    String page() {
        return Objects.requireNonNull(wizard.current().get()).id();
    }

    Problem problem() {
        return Objects.requireNonNull(wizard.problem().get(), "no problem is shown");
    }

    /** Goes back to a page, as far as Back leads. */
    void backTo(String page) {
        while (!page().equals(page) && wizard.canGoBack()) {
            wizard.back();
        }
    }

    /** Signs in on the sign-in page, and chooses the app if there are several. */
    void signInAs(Account account, String appId) {
        microsoft.next = account;
        signIn.perform(Action.SIGN_IN_AGAIN);
        choose(appId);
    }

    /** Chooses an app, unless it is the one found already. */
    void choose(String appId) {
        if (state.target().get() == null || !state.target().get().app().id().equals(appId)) {
            signIn.choose(signIn.apps().stream().filter(app -> app.id().equals(appId)).findFirst().orElseThrow());
        }
    }

    /**
     * Watching the sync has ended with an expired sign-in: looks again, and follows the action to the sign-in page and
     * the browser, where nobody has answered yet.
     */
    void expireAndGoToSignIn() {
        microsoft.endSession();
        sync.watchAgain();
        Problem expired = problem();
        tasks.held = true;
        wizard.actOn(expired);
        tasks.held = false;
    }

    /** From the token page to the end of the save, agreeing to every question. */
    void pasteAndSave(String text) {
        if (state.token().get() == null) {
            token.paste(text);
        }
        wizard.next();
        save.begin();
        while (save.question().get() != null) {
            agreed++;
            save.agree();
        }
    }

    /** A whole renewal from the first page on. */
    void renew(Portal portal, Account account, String appId, String text) {
        state.portal().set(portal);
        wizard.next();
        wizard.next();
        signInAs(account, appId);
        wizard.next();
        pasteAndSave(text);
    }
}
