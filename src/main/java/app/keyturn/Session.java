package app.keyturn;

import app.keyturn.desktop.Desktop;
import app.keyturn.desktop.RoutedDesktop;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.log.SecretRedactor;
import app.keyturn.pages.save.SaveModel;
import app.keyturn.platform.HostMap;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.renewal.Timer;
import app.keyturn.renewal.TokenParser;
import app.keyturn.settings.Languages;
import app.keyturn.settings.Setting;
import app.keyturn.walkthrough.GraphCallCounter;
import app.keyturn.wizard.ColleagueRequest;
import app.keyturn.wizard.FrameView;
import app.keyturn.wizard.FxTasks;
import app.keyturn.wizard.LanguageChoice;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.ProgressNotice;
import app.keyturn.wizard.ProxyEntry;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SessionSwitch;
import app.keyturn.wizard.Wizard;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * One renewal from the HTTP client to the window's frame: every object of it, built once, wired by constructors, and
 * dropped together. Practice mode differs in three of them: cloud, host map and token parser.
 */
public final class Session {
    /** Less than a system leaves a program at the end of a session: systemd 90 s, macOS 20 s. */
    private static final Duration SAVE_LIMIT = Duration.ofSeconds(15);

    private final FxTasks tasks;
    private final SessionContext context;
    private final SessionPages pages;
    private final FrameView frame;
    private final GraphCallCounter graphCalls;

    /**
     * Builds a session and opens its first page.
     *
     * @param environment what the session is given from outside
     * @param sessionSwitch leads into practice mode and out of it
     * @param startOver begins another renewal in a new session
     * @param practice where the practice world's hosts are; empty outside practice mode
     * @param preferences how the window looks and in which language
     */
    public Session(Environment environment, SessionSwitch sessionSwitch, Runnable startOver,
            Optional<HostMap> practice, WindowPreferences preferences) {
        Messages messages = environment.messages().copy();
        TokenParser parser = new TokenParser(environment.clock(), practice.isPresent());
        Desktop desktop = new RoutedDesktop(environment.desktop(), practice.orElse(HostMap.EMPTY), parser);
        ProxyCredentials proxy = new ProxyCredentials();
        RenewalState renewalState = new RenewalState(new ProxyEntry(proxy::set));
        graphCalls = new GraphCallCounter(renewalState);
        tasks = new FxTasks(environment.clock(), environment.limits().slow(), environment.log()::unexpected);
        ProgressNotice progressNotice = new ProgressNotice(messages, environment.clock().getZone(), tasks.late(),
                tasks::runLater);
        EntraServices services = EntraServices.create(environment, practice, renewalState, proxy, messages,
                Timer.on(environment.clock(), progressNotice), graphCalls);
        Wizard wizard = new Wizard(renewalState, startOver);
        ColleagueRequest request = new ColleagueRequest(messages, renewalState, services.client()::signInApp);
        context = new SessionContext(environment, practice.isPresent(), renewalState, messages, desktop, parser,
                tasks, wizard, services);
        pages = new SessionPages(context, request, sessionSwitch, preferences);
        writeLog();
        frame = new FrameView(wizard, renewalState, messages, desktop, sessionSwitch,
                new LanguageChoice(Languages.SUPPORTED, preferences::choose), pages.sidePages(), request,
                progressNotice,
                environment.version());
        wizard.open(pages.inOrder(), pages.checkFirstOrder());
        if (environment.settings().hasIssues()) {
            wizard.announce(messages.live("settings.file.see"));
        }
    }

    /** Logs what happens in this session, and tells the redactor which token is in use. */
    private void writeLog() {
        ActivityLog log = context.environment().log();
        log.sessionBegan(context.practising(), Stream.of(Setting.values())
                .filter(setting -> !context.services().settings().get().text(setting).isEmpty())
                .map(Setting::key)
                .toList());
        context.renewalState().token().subscribe(token -> redact(token, log.redactor()));
        context.renewalState().signedIn().subscribe((before, now) -> {
            if ((before == null) != (now == null)) { // the name of the organisation arrives later
                log.signedIn(now != null);
            }
        });
        Stream.of(context.wizard().current(), context.wizard().sidePage()).forEach(shown -> shown.subscribe(page -> {
            if (page != null) {
                log.pageShown(page.id());
            }
        }));
        context.wizard().problem().subscribe(problem -> {
            if (problem != null) {
                log.problemShown(problem);
            }
        });
        for (Step step : Step.values()) {
            pages.saveModel().step(step).subscribe((_, state) -> log.stepChanged(step, state));
        }
    }

    private static void redact(@Nullable ScimToken token, SecretRedactor redactor) {
        if (token == null) {
            redactor.forget(SecretRedactor.Kind.APPLE_TOKEN);
        } else {
            redactor.remember(token);
        }
    }

    /** The root of the window's scene. */
    Parent view() {
        return frame.view();
    }

    /** The title of the window. */
    ObservableValue<String> title() {
        return pages.title();
    }

    /** Every page, those outside the order last. */
    public List<Page> pages() {
        return pages.all();
    }

    /** The number of calls to Microsoft Graph until the green page; zero before. */
    int callsToGreen() {
        return graphCalls.toGreen();
    }

    /** True if the window may be closed now. While the token is being saved or checked it says so and refuses. */
    boolean mayClose() {
        SaveModel save = pages.saveModel();
        if (save.running().get() && (save.step(Step.SAVE).get() == StepState.RUNNING
                || save.step(Step.CHECK).get() == StepState.RUNNING)) {
            announce(save.stoppable().get() ? "frame.not-now.stop" : "frame.not-now");
            return false;
        }
        return true;
    }

    void setLanguage(Locale language) {
        context.messages().setLanguage(language);
    }

    /** Shows a setting that was changed outside the settings page. */
    void refresh(Setting setting) {
        pages.settingsModel().refresh(setting);
    }

    /** Shows the message of this key in the status line. */
    void announce(String key, Object... arguments) {
        context.wizard().announce(context.messages().live(key, arguments));
    }

    /** Shows that the program itself has failed. */
    void showFault() {
        RenewalState renewalState = context.renewalState();
        ChangeState changed = pages.saveModel().running().get() ? ChangeState.NOT_KNOWN : renewalState.changed();
        context.wizard()
                .show(new Problem(ProblemCode.INTERNAL_FAULT, changed,
                        Diagnostics.at(context.clock().instant())));
    }

    /** Loads in the background what the next pages need, while the user reads the first one. */
    void warmUp() {
        context.services().warmUp();
    }

    /** Waits, but not for ever, for a save under way and for records that are being written. From any thread. */
    void awaitWrites() {
        pages.saveModel().awaitSaved(SAVE_LIMIT);
        pages.awaitRecords();
    }

    /** Stops all work, signs out, and forgets the token. */
    public void leave() {
        tasks.cancelAll();
        pages.awaitRecords();
        context.services().signIn().signOut();
        context.renewalState().forgetToken();
    }
}
