package app.keyturn.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.graph.GraphProvisioning;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.entra.signin.MsalSignIn;
import app.keyturn.log.HttpListener;
import app.keyturn.log.SecretRedactor;
import app.keyturn.platform.HostMap;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.Operation;
import app.keyturn.practice.server.ScriptedAnswer;
import app.keyturn.practice.signin.PracticeTenant;
import app.keyturn.practice.signin.SignInSettings;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.SignIn;
import app.keyturn.sequences.ObservedServices.Call;
import app.keyturn.sequences.Truth.OfWindow;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.RecordingDesktop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One organisation of the practice services, over HTTP, with the real sign-in and Graph client: an administrator, a user
 * without the role, and one app or two.
 */
final class PracticeWalk extends Walk {
    /** Real time: the browser answers at once, or not at all. */
    private static final Limits LIMITS = Limits.STANDARD.withSignIn(Duration.ofSeconds(5));
    /** The methods of {@link Provisioning} at which something may happen. */
    private static final List<String> CALLS = List.of("readConnection", "test", "testSaved", "readJob", "save",
            "start");
    /** Without the organisation's name, the records have its domain; other tests are about that. */
    private static final List<Operation> FAILING = List.of(Operation.READ_SECRETS, Operation.TEST,
            Operation.TEST_SAVED, Operation.READ_JOB, Operation.SAVE, Operation.START, Operation.LIST_JOBS,
            Operation.DIRECTORY, Operation.TOKEN);
    private static final List<ScriptedAnswer> ANSWERS = List.of(ScriptedAnswer.unavailable(),
            ScriptedAnswer.unavailable().afterEffect(), ScriptedAnswer.closed(), ScriptedAnswer.closed().afterEffect(),
            ScriptedAnswer.tooManyRequests(Duration.ofSeconds(20)), ScriptedAnswer.unexplained401(),
            ScriptedAnswer.forbidden(), ScriptedAnswer.html(502), ScriptedAnswer.bare(504).afterEffect(),
            ScriptedAnswer.error(400, "BadRequest", "The request is not valid."),
            ScriptedAnswer.unavailable().retryAfter(Duration.ofMinutes(2)));
    /** The sign-in library tells the time by the system, which does not move with the walk. */
    private static final Duration NO_END = Duration.ofDays(3650);
    private static final int LASTING_CALLS = 6;
    /** The practice services know of one app to renew; here the person may choose the other one. */
    private static final Set<String> KNOWN_OF_THE_OTHER_APP = Set.of(
            "secrets were saved for an application other than Apple's",
            "start on a job of an application other than Apple's");

    private final NextAnswers answers;
    private final PracticeWorld world;
    private final boolean severalApps;
    private final HostMap hosts;
    private final PracticeBrowser pages = new PracticeBrowser();
    private final List<ObservedServices> observed = new ArrayList<>();
    /** By method and number of its call. */
    private final Map<String, Runnable> before = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean killedAfterSave;

    private PracticeWalk(Scenario scenario, Path folder) throws IOException {
        super(folder, new Truth(folder, Set.of(), _ -> PracticeTenant.DISPLAY_NAME, UnaryOperator.identity()));
        severalApps = scenario == Scenario.SEVERAL_APPS;
        answers = new NextAnswers();
        world = PracticeWorld.open(scenario, "school",
                answers.in(PracticeSettings.forTests(time).with(SignInSettings.ACCESS_LIFETIME, NO_END)));
        hosts = HostMap.forPractice(world.addresses());
    }

    static Walk in(Scenario scenario, Path folder) throws IOException {
        return new PracticeWalk(scenario, folder);
    }

    /** Who is signed in, as the sign-in says. */
    private static final class ObservedSignIn implements SignIn {
        private final MsalSignIn microsoft;
        private @Nullable Account account;

        ObservedSignIn(MsalSignIn microsoft) {
            this.microsoft = microsoft;
        }

        @Nullable
        Account account() {
            return account;
        }

        @Override
        public Account signIn(Optional<String> tenant, BrowserListener browser)
                throws ProblemException, InterruptedException {
            account = null;
            Account answered = microsoft.signIn(tenant, browser);
            account = answered;
            return answered;
        }

        @Override
        public void signOut() {
            account = null;
            microsoft.signOut();
        }
    }

    /** A desktop whose browser answers Microsoft's page. */
    private final class AnsweringDesktop extends RecordingDesktop {
        private Choice next = Choice.ADMINISTRATOR;

        @Override
        public boolean open(URI page) {
            if (page.getPath().endsWith("/authorize")) {
                Choice choice = next;
                next = Choice.ADMINISTRATOR;
                Thread.ofVirtual().start(() -> visit(page, choice));
            }
            return super.open(page);
        }

        private void visit(URI page, Choice choice) {
            try {
                pages.signIn(hosts.resolve(page).orElseThrow(), choice);
            } catch (IOException | InterruptedException ignored) {
                // Waiting for the browser has a time limit.
            }
        }
    }

    @Override
    OfWindow newWindow() {
        EntraHttp http = new EntraHttp(LIMITS, hosts, time, new ProxyCredentials(), () -> true, new SecretRedactor(),
                HttpListener.NONE);
        MsalSignIn microsoft = new MsalSignIn(() -> ClientRegistration.standard(Cloud.PRACTICE), http, time, time,
                () -> PracticeRenewal.PAGES);
        ObservedSignIn access = new ObservedSignIn(microsoft);
        ObservedServices services = new ObservedServices(time,
                withEvents(new GraphProvisioning(microsoft, http, time, time, _ -> {})), access::account,
                (_, appId) -> world.storedPairs(appId).getOrDefault(ConnectionPair.SECRET_TOKEN, ""));
        observed.add(services);
        return new OfWindow(WindowModels.inPractice(folder, time, access, services, new AnsweringDesktop()), services);
    }

    /** The same calls, at which something may happen. */
    private Provisioning withEvents(Provisioning microsoft) {
        return (Provisioning) Proxy.newProxyInstance(Provisioning.class.getClassLoader(),
                new Class<?>[]{Provisioning.class}, (_, method, arguments) -> {
                    String call = method.getName();
                    Runnable event = before.remove(call + counts.merge(call, 1, Integer::sum));
                    if (event != null) {
                        event.run();
                    }
                    try {
                        @Nullable
                        Object answer = method.invoke(microsoft, arguments);
                        if (killedAfterSave && call.equals("save")) {
                            killedAfterSave = false;
                            throw new Killed();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }

    @Override
    void answersNext(WindowModels window, int choice) {
        ((AnsweringDesktop) window.desktop).next = choice % 6 == 0 ? Choice.USER_WITHOUT_ROLE : Choice.ADMINISTRATOR;
    }

    @Override
    void somebodyAnswersNext(WindowModels window, int choice) {
        // The browser answers when it is opened.
    }

    @Override
    void signInFails(WindowModels window) {
        ((AnsweringDesktop) window.desktop).next = Choice.DECLINE;
    }

    @Override
    void endSession(WindowModels window) {
        world.endSessions();
    }

    /** With two tokens already, the newest makes room, unless it is in use. */
    @Override
    Optional<String> newToken(Portal portal) {
        URI page = hosts.resolve(portal.site()).orElseThrow();
        return generatedToken(page).or(() -> {
            revokeUnusedToken(page);
            return generatedToken(page);
        });
    }

    private Optional<String> generatedToken(URI page) {
        try {
            return Optional.of(pages.generateToken(page));
        } catch (IOException twoExist) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void revokeUnusedToken(URI page) {
        boolean used = !created().isEmpty()
                && world.storedPairs().getOrDefault(ConnectionPair.SECRET_TOKEN, "").equals(created().getLast());
        if (!used) {
            revokeNewestToken(page);
        }
    }

    private void revokeNewestToken(URI page) {
        try {
            pages.revokeNewestToken(page);
        } catch (IOException lastOne) {
            // Apple keeps the last token.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void happens(Move move) {
        int choice = move.choice();
        switch (move.kind()) {
            case SYNC, JOB -> time.advance(List.of(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(25))
                    .get(choice % 3));
            case RUN_OUT -> revokeNewestToken(hosts.resolve(Portal.SCHOOL.site()).orElseThrow());
            case STOP_AT -> at(choice, window(move).save::stop);
            case MEANWHILE -> {
                // Between the read before a start and the start, nothing else may start the same job.
                if (!CALLS.get(choice % CALLS.size()).equals("start")) {
                    at(choice, () -> meanwhile(move));
                }
            }
            case KILL_AT -> at(choice, () -> {
                throw new Killed();
            });
            case KILL_AFTER_PUT -> killedAfterSave = true;
            case FAIL_AT -> answers.add(FAILING.get(choice % FAILING.size()), answer(choice));
            case LASTING -> {
                Operation operation = FAILING.get(choice % FAILING.size());
                for (int call = 0; call < LASTING_CALLS && operation != Operation.SAVE; call++) {
                    answers.add(operation, answer(choice));
                }
            }
            case PUT_ANSWER -> answers.add(Operation.SAVE, answer(choice));
            case START_ANSWER -> answers.add(Operation.START, answer(choice));
            case OTHERS_SET -> {
                // The practice services have nobody else.
            }
            default -> throw new AssertionError(move.kind());
        }
    }

    private static ScriptedAnswer answer(int choice) {
        return ANSWERS.get(choice / FAILING.size() % ANSWERS.size());
    }

    /** At the first, second or third of the next calls of a kind. */
    private void at(int choice, Runnable event) {
        String call = CALLS.get(choice % CALLS.size());
        int number = counts.getOrDefault(call, 0) + 1 + choice / CALLS.size() % 3;
        before.put(call + number, event);
    }

    @Override
    void checkServices() {
        List<String> violations = world.violations()
                .stream()
                .filter(violation -> !severalApps || !KNOWN_OF_THE_OTHER_APP.contains(violation))
                .toList();
        assertEquals(List.of(), violations, "what a careful program would not have done");
        requireCount(Kind.PUT, world.saveCount());
        requireCount(Kind.START, world.startCount());
        Set<String> secrets = world.secretsHandedOut();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                secrets.forEach(secret -> assertFalse(content.contains(secret),
                        "rule 7: a secret in " + file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The windows know of each accepted call, unless they were stopped or killed meanwhile. */
    private void requireCount(Kind kind, int accepted) {
        long known = count(kind, answer -> answer instanceof SaveResponse.Saved || answer.equals("started"));
        long cutOff = count(kind, answer -> answer instanceof InterruptedException || answer.equals("cut off"));
        assertTrue(known <= accepted && accepted <= known + cutOff,
                kind + ": " + accepted + " accepted, " + known + " answered, " + cutOff + " cut off");
    }

    private long count(Kind kind, Predicate<Object> answer) {
        return observed.stream()
                .flatMap(services -> services.log().stream())
                .filter(entry -> entry instanceof Call call && call.kind() == kind && answer.test(call.answer()))
                .count();
    }

    @Override
    public void close() {
        pages.close();
        try {
            world.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
