package app.keyturn;

import app.keyturn.desktop.Desktop;
import app.keyturn.desktop.RoutedDesktop;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.entra.signin.MsalSignIn;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.apple.AppleModel;
import app.keyturn.pages.apple.ApplePage;
import app.keyturn.pages.apple.GuideModel;
import app.keyturn.pages.byhand.ByHandModel;
import app.keyturn.pages.common.NotificationEmailCard;
import app.keyturn.pages.common.SyncText;
import app.keyturn.pages.done.DoneModel;
import app.keyturn.pages.done.SyncModel;
import app.keyturn.pages.save.SaveModel;
import app.keyturn.pages.save.SavePage;
import app.keyturn.pages.settings.SettingsModel;
import app.keyturn.pages.signin.AppLookup;
import app.keyturn.pages.signin.PreviousRenewal;
import app.keyturn.pages.signin.SignInDefaults;
import app.keyturn.pages.signin.SignInModel;
import app.keyturn.pages.signin.SignInPage;
import app.keyturn.pages.start.KnownOrganisations;
import app.keyturn.pages.start.StartModel;
import app.keyturn.pages.start.StartPage;
import app.keyturn.pages.start.UnfinishedSaves;
import app.keyturn.pages.token.TokenModel;
import app.keyturn.pages.token.TokenPage;
import app.keyturn.platform.HostMap;
import app.keyturn.records.UnfinishedSave;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.renewal.Timer;
import app.keyturn.renewal.TokenParser;
import app.keyturn.settings.Languages;
import app.keyturn.settings.Setting;
import app.keyturn.wizard.ColleagueRequest;
import app.keyturn.wizard.FrameView;
import app.keyturn.wizard.FxTasks;
import app.keyturn.wizard.LanguageChoice;
import app.keyturn.wizard.LazyPage;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.ProgressNotice;
import app.keyturn.wizard.ProxyEntry;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SessionSwitch;
import app.keyturn.wizard.SidePages;
import app.keyturn.wizard.Wizard;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/**
 * One renewal from the HTTP client to the window's frame: every object of it, made once, given to each other by
 * constructors, and let go of together. Practice and earnest differ in three of them: cloud, address book, token reader.
 */
public final class Session {
    private final MsalSignIn signIn;
    private final FxTasks tasks;
    private final ProxyCredentials proxy = new ProxyCredentials();
    private final RenewalState renewalState = new RenewalState(new ProxyEntry(proxy::hold));
    private final Wizard wizard;
    private final SaveModel save;
    private final SettingsModel settingsModel;
    private final Messages messages;
    private final Clock clock;
    private final FrameView frame;
    private final ObservableValue<String> title;
    private final Runnable warmUp;
    private final List<Page> pages;
    private final GraphCallCounter calls = new GraphCallCounter(renewalState);

    /**
     * Builds it.
     *
     * @param environment what is given from outside
     * @param sessionSwitch leads to the other world
     * @param anew begins another renewal in this one
     * @param practice where the practice world's hosts are; empty in earnest
     * @param preferences how the window looks and speaks
     */
    public Session(Environment environment, SessionSwitch sessionSwitch, Runnable anew, Optional<HostMap> practice,
            WindowPreferences preferences) {
        messages = environment.messages().copy();
        clock = environment.clock();
        TokenParser parser = new TokenParser(clock, practice.isPresent());
        Desktop desktop = new RoutedDesktop(environment.desktop(), practice.orElse(HostMap.EMPTY), parser);
        tasks = new FxTasks(clock, environment.limits().slow(), environment.log()::unexpected);
        ProgressNotice delay = new ProgressNotice(messages, clock.getZone(), tasks.late(), tasks::onWindow);
        EntraServices services = EntraServices.of(environment, practice, renewalState, proxy, messages,
                Timer.on(clock, delay), calls);
        signIn = services.signIn();
        warmUp = services.warmUp();
        ActiveClient app = services.app();
        SyncText syncText = new SyncText(messages, clock.getZone());
        wizard = new Wizard(renewalState, anew);
        ColleagueRequest request = new ColleagueRequest(messages, renewalState, app::named);

        SignInModel signingIn = new SignInModel(
                new AppLookup(signIn, services.provisioning(), services.renewal(), clock), renewalState,
                wizard.of("sign-in"), tasks, desktop, messages);
        RenewalRecords after = new RenewalRecords(environment, practice.isPresent(), renewalState, messages, desktop);
        Optional<UnfinishedSave> unfinished = practice.isEmpty()
                ? Optional.of(environment.unfinished())
                : environment.rehearsed();
        StartupChecks tidings = StartupChecks.of(environment, practice.isPresent(), services, tasks, renewalState,
                desktop, wizard.of("start"),
                messages, clock);
        OtherProviderPages elsewhere = OtherProviderPages.in(messages);
        Page start = new StartPage(new StartModel(renewalState, wizard.of("start"), sessionSwitch, messages,
                new KnownOrganisations(after.book(), clock), new UnfinishedSaves(unfinished, clock, messages),
                tidings.network(), tidings.newer(), signingIn::propose), messages, elsewhere.links(wizard));
        AppleModel atApple = new AppleModel(renewalState, parser, after.tokens(), desktop, wizard.of("apple"), messages,
                syncText,
                request::text);
        Page apple = new LazyPage("apple", atApple,
                () -> new ApplePage(atApple, new GuideModel(renewalState), messages, practice.isPresent()));
        SignInDefaults defaults = new SignInDefaults(signingIn.tenant());
        Runnable applyDefaults = () -> defaults.apply(services.set().get(),
                practice.isPresent() ? Set.of() : environment.settings().byDepartment());
        applyDefaults.run();
        PreviousRenewal last = after.lastTime();
        Supplier<NotificationEmailCard> mail = () -> new NotificationEmailCard(renewalState, app::entraPage, desktop,
                messages);
        Page microsoft = new LazyPage("sign-in", signingIn,
                () -> new SignInPage(signingIn, defaults, renewalState, messages, syncText, practice.isPresent(),
                        new SignInPage.CheckExtras(last, after.keep(last.record()::get), mail.get())));
        TokenModel pasting = new TokenModel(renewalState, parser, after.tokens(), desktop, wizard.of("token"), messages,
                clock);
        Page token = new LazyPage("token", pasting, () -> new TokenPage(pasting, renewalState, messages));
        save = new SaveModel(services.renewal(), renewalState, wizard.of("save"), tasks, desktop, messages, clock,
                plan -> SaveJournal.of(unfinished, renewalState, plan, clock));
        Page saving = new LazyPage("save", save, () -> new SavePage(save, renewalState, messages));
        SyncModel firstSync = new SyncModel(services.renewal(), services.watch(), renewalState, wizard.of("done"),
                tasks,
                clock);
        title = WindowTitle.of(messages, renewalState, firstSync, practice.isPresent());
        DoneModel done = new DoneModel(firstSync, signIn, app::signOutPage, renewalState, wizard.of("done"), desktop,
                messages);
        Page byHand = after.byHandPage(
                new ByHandModel(renewalState, desktop, wizard.of("by-hand"), messages, app::entraPage),
                wizard::announce,
                () -> SaveJournal.finishedByHand(unfinished, renewalState, clock), () -> backTo(apple));
        Page green = after.greenPage(done, firstSync, syncText, mail, request.signInApp(),
                // Once the test has passed, green is likely: Microsoft saves and checks meanwhile.
                () -> wizard.showSidePage(byHand))
                .buildWhen(save.step(Step.SAVE).map(StepState.RUNNING::equals), tasks);
        SettingsPages desk = SettingsPages.of(environment, practice.isPresent(), messages, desktop, saved -> {
            preferences.subscribe(saved);
            applyDefaults.run();
            tidings.settingsChanged();
            if (!environment.settings().hasFindings()
                    && wizard.status().get().equals(messages.text("settings.file.see"))) {
                wizard.announce(Messages.empty());
            }
        });
        settingsModel = desk.model();
        environment.log().subscribe(practice.isPresent(), services.set().get(), renewalState, wizard, save);
        frame = new FrameView(wizard, renewalState, messages, desktop, sessionSwitch,
                new LanguageChoice(Languages.KNOWN, preferences::choose),
                new SidePages(byHand, desk.page(), elsewhere.oidc()), request, delay, environment.version());
        pages = Stream.concat(Stream.of(start, apple, microsoft, token, saving, green, byHand, desk.page()),
                elsewhere.pages().stream()).toList();
        wizard.open(List.of(start, apple, microsoft, token, saving, green),
                List.of(start, microsoft, apple, token, saving, green));
        if (environment.settings().hasFindings()) {
            wizard.announce(messages.live("settings.file.see"));
        }
    }

    /** The root of the window's scene. */
    Parent view() {
        return frame.view();
    }

    /** What the window is called. */
    ObservableValue<String> title() {
        return title;
    }

    /** Every page, those outside the order last. */
    public List<Page> pages() {
        return pages;
    }

    /** How often Microsoft Graph had been called when the renewal came to green; zero before. */
    int callsToGreen() {
        return calls.toGreen();
    }

    /** True if the window may be closed now; says so if not, because the token is being saved or checked. */
    boolean mayClose() {
        if (save.running().get() && (save.step(Step.SAVE).get() == StepState.RUNNING
                || save.step(Step.CHECK).get() == StepState.RUNNING)) {
            wizard.announce(messages.live(save.stoppable().get() ? "frame.not-now.stop" : "frame.not-now"));
            return false;
        }
        return true;
    }

    /** Says everything in a language from now on. */
    void setLanguage(Locale language) {
        messages.setLanguage(language);
    }

    /** A setting has been changed outside of the page of the settings. */
    void changed(Setting setting) {
        settingsModel.refresh(setting);
    }

    /** Says in one line how things stand: what stands under a key of the bundle. */
    void say(String key, Object... gaps) {
        wizard.announce(messages.live(key, gaps));
    }

    /** Shows that the program itself has failed. */
    void showFault() {
        ChangeState changed = renewalState.result().get() != null
                ? ChangeState.SAVED
                : save.running().get() ? ChangeState.NOT_KNOWN : renewalState.changed();
        wizard.show(new ServiceProblem(ServiceProblem.Reason.INTERNAL_FAULT, changed, Diagnostics.at(clock.instant())));
    }

    /** Loads in the background what the next pages need, while the first one is read. */
    void warmUp() {
        warmUp.run();
    }

    /** Stops whatever is under way, signs out, and forgets the token. */
    public void leave() {
        tasks.cancelAll();
        signIn.signOut();
        renewalState.forgetToken();
    }

    /** Goes back to a page, or as far as there is a way; in the usual order, in which every page has one after it. */
    private void backTo(Page page) {
        renewalState.checkFirst().set(false);
        wizard.closeSidePage();
        while (!page.equals(wizard.current().get()) && wizard.canGoBack()) {
            wizard.back();
        }
    }
}
