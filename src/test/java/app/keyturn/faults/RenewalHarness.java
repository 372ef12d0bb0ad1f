package app.keyturn.faults;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.apple.AppleModel;
import app.keyturn.pages.common.SyncText;
import app.keyturn.pages.done.DoneModel;
import app.keyturn.pages.done.RenewalSummary;
import app.keyturn.pages.done.SyncModel;
import app.keyturn.pages.save.SaveModel;
import app.keyturn.pages.signin.AppLookup;
import app.keyturn.pages.signin.SignInModel;
import app.keyturn.pages.token.TokenModel;
import app.keyturn.platform.HostMap;
import app.keyturn.platform.SystemTrust;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.KnownTokens;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.SyncWatch;
import app.keyturn.renewal.TokenParser;
import app.keyturn.testkit.FakePage;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.TlsEntra;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.ProxyEntry;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * One renewal as the program wires it, without a window: the real view models, sign-in, Graph client and renewal talk
 * to a practice world through a {@link FaultProxy}.
 */
final class RenewalHarness implements AutoCloseable {
    /** Generous, for slow machines; pauses cost nothing. */
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofSeconds(30),
            Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(3), Duration.ofMinutes(2),
            Duration.ofSeconds(15), Duration.ofMinutes(30), Duration.ofMinutes(3), Duration.ofSeconds(1),
            Duration.ofSeconds(16), Duration.ofSeconds(90), Duration.ofSeconds(8), Duration.ofSeconds(3));
    private static final Limits IMPATIENT = LIMITS.withAnswer(Duration.ofMillis(300));
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH);

    final FakeTimer time = new FakeTimer();
    final PracticeWorld world;
    final FaultProxy proxy;
    final SigningInDesktop desktop;
    final ThreadedTasks window = new ThreadedTasks(time);
    final RenewalState renewalState;
    final Wizard wizard;
    final AppleModel apple;
    final SignInModel signIn;
    final SaveModel save;
    final SyncModel sync;
    final Page byHand;
    final RenewalSummary summary;
    final ExpiryBook book;
    private final Path records;

    RenewalHarness(Scenario scenario, Authorities authorities, FaultSchedule schedule, PracticeBrowser browser)
            throws IOException {
        this(scenario, authorities, schedule, browser,
                () -> SystemTrust.trustManagerFor(List.of(authorities.trusted())));
    }

    RenewalHarness(Scenario scenario, Authorities authorities, FaultSchedule schedule, PracticeBrowser browser,
            Supplier<X509ExtendedTrustManager> trust) throws IOException {
        world = PracticeWorld.open(scenario, "school", PracticeSettings.forTests(time));
        schedule.use(time);
        proxy = new FaultProxy(world.addresses(), authorities, schedule);
        desktop = new SigningInDesktop(browser, HostMap.forPractice(world.addresses()), schedule);
        TlsEntra entra = new TlsEntra(
                new TlsEntra.Network(trust, proxy.selector(), time, time, proxy::announce), LIMITS,
                schedule.operation() == Operation.SIGN_IN
                        ? IMPATIENT.withSignIn(IMPATIENT.answer())
                        : IMPATIENT,
                () -> schedule.isActive() && schedule.fault().isSilence()
                        && List.of(Operation.SIGN_IN, Operation.TOKEN).contains(schedule.operation()));
        renewalState = new RenewalState(new ProxyEntry(entra::hold));
        summary = new RenewalSummary(false, "1.2.3", renewalState, ZoneOffset.UTC);
        records = Files.createTempDirectory("keyturn-records");
        book = ExpiryBook.open(records);
        wizard = new Wizard(renewalState, () -> {
            throw new AssertionError("Starting over was not asked for");
        });
        Provisioning provisioning = new ShortTimeouts(entra.provisioning(LIMITS), entra.provisioning(IMPATIENT),
                schedule, proxy::announceTest);
        Renewal renewal = new Renewal(provisioning, LIMITS, time);
        TokenParser parser = new TokenParser(time, true);
        apple = new AppleModel(renewalState, parser, new KnownTokens(Optional.empty(), time), desktop,
                wizard.frameFor("apple"),
                MESSAGES,
                new SyncText(MESSAGES, Clock.systemUTC()), () -> "");
        signIn = new SignInModel(new AppLookup(entra, provisioning, renewal, time), renewalState,
                wizard.frameFor("sign-in"),
                window, desktop, MESSAGES);
        save = new SaveModel(renewal, renewalState, wizard.frameFor("save"), window, desktop, MESSAGES, time,
                _ -> SaveObserver.NONE);
        sync = new SyncModel(renewal, new SyncWatch(provisioning, LIMITS, time), renewalState, wizard.frameFor("done"),
                window,
                time);
        DoneModel done = new DoneModel(sync, entra, () -> URI.create("https://login.practice.invalid/"), renewalState,
                wizard.frameFor("done"), desktop, MESSAGES);
        byHand = new FakePage("by-hand");
        renewalState.portal().set(Portal.SCHOOL);
        List<Page> pages = List.of(new FakePage("apple", apple), new FakePage("sign-in", signIn),
                new FakePage("token",
                        new TokenModel(renewalState, parser, new KnownTokens(Optional.empty(), time), desktop,
                                wizard.frameFor("token"), MESSAGES, time)),
                new FakePage("save", save), new FakePage("done", done));
        wizard.open(pages, pages);
    }

    @Override
    public void close() throws IOException {
        desktop.releaseLateBrowser();
        proxy.close();
        world.close();
        try (Stream<Path> files = Files.walk(records)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
