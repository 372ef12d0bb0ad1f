package app.keyturn;

import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.pages.apple.AppleModel;
import app.keyturn.pages.apple.ApplePage;
import app.keyturn.pages.apple.GuideModel;
import app.keyturn.pages.byhand.ByHandModel;
import app.keyturn.pages.common.NotificationEmailCard;
import app.keyturn.pages.common.SyncText;
import app.keyturn.pages.done.DoneModel;
import app.keyturn.pages.done.SyncModel;
import app.keyturn.pages.elsewhere.ElsewherePage;
import app.keyturn.pages.elsewhere.IdentitySource;
import app.keyturn.pages.save.SaveModel;
import app.keyturn.pages.save.SavePage;
import app.keyturn.pages.settings.LicenceRow;
import app.keyturn.pages.settings.Licences;
import app.keyturn.pages.settings.LogRow;
import app.keyturn.pages.settings.SettingsModel;
import app.keyturn.pages.settings.SettingsPage;
import app.keyturn.pages.signin.AppLookup;
import app.keyturn.pages.signin.PreviousRenewal;
import app.keyturn.pages.signin.SignInDefaults;
import app.keyturn.pages.signin.SignInModel;
import app.keyturn.pages.signin.SignInPage;
import app.keyturn.pages.start.KnownOrganisations;
import app.keyturn.pages.start.StartModel;
import app.keyturn.pages.start.StartPage;
import app.keyturn.pages.token.TokenModel;
import app.keyturn.pages.token.TokenPage;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.renewal.SyncProof;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.wizard.ColleagueRequest;
import app.keyturn.wizard.LazyPage;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SessionSwitch;
import app.keyturn.wizard.SidePages;
import app.keyturn.wizard.Wizard;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/** The pages of one session and the models behind them, in the order of the wizard. */
final class SessionPages {
    private final SessionContext session;
    private final RenewalRecords records;
    private final StartupChecks startupChecks;
    private final SyncText syncText;
    private final Supplier<NotificationEmailCard> notificationEmail;
    private final SignInModel signInModel;
    private final SignInDefaults signInDefaults;
    private final SaveModel saveModel;
    private final SyncModel syncModel;
    private final SettingsModel settingsModel;
    private final Page oidc;
    private final Page google;
    private final Page otherProvider;
    private final Page start;
    private final Page apple;
    private final Page signIn;
    private final Page token;
    private final Page save;
    private final Page byHand;
    private final Page done;
    private final Page settings;

    /**
     * Wires the pages; only the first one is built now, the others when they are first shown.
     *
     * @param request the request to a colleague that pages offer
     * @param sessionSwitch leads into practice mode and out of it
     * @param preferences how the window looks, which the settings page changes
     */
    SessionPages(SessionContext session, ColleagueRequest request, SessionSwitch sessionSwitch,
            WindowPreferences preferences) {
        this.session = session;
        EntraServices services = session.services();
        RenewalState renewalState = session.renewalState();
        Messages messages = session.messages();
        Wizard wizard = session.wizard();
        ActiveClient client = services.client();
        records = new RenewalRecords(session);
        startupChecks = StartupChecks.create(session);
        syncText = new SyncText(messages, session.clock());
        notificationEmail = () -> new NotificationEmailCard(renewalState, client::entraPage, session.desktop(),
                messages);

        oidc = ElsewherePage.lazy(IdentitySource.OIDC, messages);
        google = ElsewherePage.lazy(IdentitySource.GOOGLE, messages);
        otherProvider = ElsewherePage.lazy(IdentitySource.OTHER, messages);
        signInModel = new SignInModel(
                new AppLookup(services.signIn(), services.provisioning(), services.renewal(), session.clock()),
                renewalState, wizard.frameFor("sign-in"), session.tasks(), session.desktop(), messages);
        signInDefaults = new SignInDefaults(signInModel.tenant());
        showSignInDefaults();
        start = new StartPage(new StartModel(renewalState, wizard.frameFor("start"), sessionSwitch, messages,
                new KnownOrganisations(records.book(), session.clock()),
                records.unfinishedSaves(), startupChecks.network(),
                startupChecks.newerVersion(), signInModel::propose), messages,
                new StartPage.OtherLinks(() -> wizard.showSidePage(oidc), () -> wizard.showSidePage(google),
                        () -> wizard.showSidePage(otherProvider)));
        apple = applePage(request);
        signIn = signInPage(request);
        token = tokenPage();
        saveModel = new SaveModel(services.renewal(), renewalState, wizard.frameFor("save"), session.tasks(),
                session.desktop(), messages, session.clock(), records::saveObserver);
        save = new LazyPage("save", saveModel, () -> new SavePage(saveModel, renewalState, messages));
        byHand = records.byHandPage(
                new ByHandModel(renewalState, session.desktop(), wizard.frameFor("by-hand"), messages,
                        client::entraPage),
                wizard::announce, records::finishedByHand, () -> backTo(apple));
        syncModel = new SyncModel(services.renewal(), services.watch(), renewalState, wizard.frameFor("done"),
                session.tasks(), session.clock());
        done = records.donePage(
                new DoneModel(syncModel, services.signIn(), client::signOutPage, renewalState, wizard.frameFor("done"),
                        session.desktop(), messages),
                syncModel, syncText, notificationEmail, client::signInApp, () -> wizard.showSidePage(byHand))
                // Once the test has passed, the green page is likely: build it while Microsoft saves and checks.
                .buildWhen(saveModel.step(Step.SAVE).map(StepState.RUNNING::equals), session.tasks());
        settingsModel = settingsModel(preferences);
        settings = settingsPage();
    }

    private Page applePage(ColleagueRequest request) {
        AppleModel model = new AppleModel(session.renewalState(), session.parser(), records.tokens(),
                session.desktop(), session.wizard().frameFor("apple"), session.messages(), syncText, request::text);
        return new LazyPage("apple", model, () -> new ApplePage(model, new GuideModel(session.renewalState()),
                session.messages(), session.practising()));
    }

    private Page signInPage(ColleagueRequest request) {
        PreviousRenewal previous = records.previousRenewal();
        return new LazyPage("sign-in", signInModel, () -> new SignInPage(signInModel, signInDefaults,
                session.renewalState(), session.messages(), syncText, request::text, session.practising(),
                new SignInPage.CheckExtras(previous, records.exportPrevious(previous), notificationEmail.get())));
    }

    private Page tokenPage() {
        TokenModel model = new TokenModel(session.renewalState(), session.parser(), records.tokens(),
                session.desktop(), session.wizard().frameFor("token"), session.messages(), session.clock());
        return new LazyPage("token", model, () -> new TokenPage(model, session.renewalState(), session.messages()));
    }

    private SettingsModel settingsModel(WindowPreferences preferences) {
        Set<Setting> offered = EnumSet.allOf(Setting.class);
        if (session.environment().updateCheck().isEmpty()) {
            offered.remove(Setting.NEWER_VERSION);
        }
        return new SettingsModel(session.environment().settings(), offered, session.messages(),
                saved -> settingsSaved(saved, preferences));
    }

    private void settingsSaved(Settings saved, WindowPreferences preferences) {
        preferences.apply(saved);
        showSignInDefaults();
        startupChecks.settingsChanged();
        if (!session.environment().settings().hasIssues()
                && session.wizard().status().get().equals(session.messages().text("settings.file.see"))) {
            session.wizard().announce(Messages.empty());
        }
    }

    private Page settingsPage() {
        ActivityLog log = session.environment().log();
        return new LazyPage("settings", settingsModel,
                () -> new SettingsPage(settingsModel, session.messages(), session.practising(),
                        new LogRow(log.folder(), log::works, session.desktop(), session.messages()),
                        new LicenceRow(Licences.temporary(), session.desktop(), session.messages())));
    }

    private void showSignInDefaults() {
        signInDefaults.apply(session.services().settings().get(),
                session.practising() ? Set.of() : session.environment().settings().managed());
    }

    /** Goes back to a page, or as far as Back leads; in the usual order, in which every page has one after it. */
    private void backTo(Page page) {
        Wizard wizard = session.wizard();
        session.renewalState().checkFirst().set(false);
        wizard.closeSidePage();
        while (!page.equals(wizard.current().get()) && wizard.canGoBack()) {
            wizard.back();
        }
    }

    /** The pages in the usual order. */
    List<Page> inOrder() {
        return List.of(start, apple, signIn, token, save, done);
    }

    /** The pages in the order for users who check Microsoft's side first. */
    List<Page> checkFirstOrder() {
        return List.of(start, signIn, apple, token, save, done);
    }

    SidePages sidePages() {
        return new SidePages(byHand, settings, oidc);
    }

    /** Every page, those outside the order last. */
    List<Page> all() {
        return Stream.concat(inOrder().stream(), Stream.of(byHand, settings, oidc, google, otherProvider)).toList();
    }

    /** Waits until the expiry book is written. */
    void awaitRecords() {
        records.await();
    }

    SaveModel saveModel() {
        return saveModel;
    }

    SettingsModel settingsModel() {
        return settingsModel;
    }

    /** The title of the window. After a save it shows the state of the first sync, for users in another window. */
    ObservableValue<String> title() {
        return title(session.messages(), session.renewalState(), syncModel, session.practising());
    }

    static ObservableValue<String> title(Messages messages, RenewalState renewalState, SyncModel sync,
            boolean practising) {
        return messages.live(() -> {
            String program = messages.text(practising ? "title.practice" : "title");
            return renewalState.result().get() == null
                    ? program
                    : messages.text("title." + titleKey(sync), program);
        }, renewalState.result(), sync.proof(), sync.watching(), sync.restartResult());
    }

    private static String titleKey(SyncModel sync) {
        return sync.proof().get() instanceof SyncProof.Seen ? "seen" : sync.watching().get() ? "waiting" : "saved";
    }
}
