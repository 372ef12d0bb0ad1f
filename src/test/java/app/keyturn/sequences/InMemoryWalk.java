package app.keyturn.sequences;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.sequences.Truth.OfWindow;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Answer;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.FakeTenants;
import app.keyturn.wizard.Target;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two organisations, three apps, and two people in each, at a Microsoft in memory. */
final class InMemoryWalk extends Walk {
    private static final String MAPLE = "1111";
    private static final String OAK = "2222";
    private static final Map<String, String> TENANTS = Map.of("a1", MAPLE, "a2", MAPLE, "b1", OAK);
    private static final List<String> APPS = List.of("a1", "a2", "b1");
    private static final List<Account> PEOPLE = List.of(new Account("anna@maple.example", MAPLE),
            new Account("bert@maple.example", MAPLE), new Account("otto@oak.example", OAK),
            new Account("olga@oak.example", OAK));

    private final FakeTenants microsoft = new FakeTenants(time);

    InMemoryWalk(Path folder) {
        super(folder, new Truth(folder, Set.of("a2"), "School "::concat, "App "::concat));
        TENANTS.forEach(
                (app, tenant) -> microsoft.add(tenant, app, app.equals("a1") ? Portal.SCHOOL : Portal.BUSINESS));
        app("a2").removeByOthers("SyncNotificationSettings");
        APPS.forEach(app -> app(app).sendsRequestIds = true);
    }

    @Override
    OfWindow newWindow() {
        FakeTenants session = microsoft.anotherSession();
        ObservedServices services = new ObservedServices(time, session);
        return new OfWindow(new WindowModels(folder, time, session, services), services);
    }

    @Override
    void answersNext(WindowModels window, int choice) {
        window.microsoft.next = PEOPLE.get(choice % PEOPLE.size());
    }

    @Override
    void somebodyAnswersNext(WindowModels window, int choice) {
        if (window.microsoft.next == null) {
            answersNext(window, choice);
        }
    }

    @Override
    void signInFails(WindowModels window) {
        window.microsoft.refusal = ProblemCode.SIGNIN_CANCELLED;
    }

    @Override
    void endSession(WindowModels window) {
        window.microsoft.endSession();
    }

    @Override
    Optional<String> newToken(Portal portal) {
        String token = "eyToken" + created().size() + "OfTheYear0123456789abcdefghijklmnopqrstuvwxyz";
        microsoft.create(token, portal);
        return Optional.of(token);
    }

    @Override
    void checkServices() {
        // All that they saw is in the logs, which are compared already.
    }

    private FakeProvisioning app(String appId) {
        return microsoft.app(Objects.requireNonNull(TENANTS.get(appId)), appId);
    }

    @Override
    void happens(Move move) {
        int choice = move.choice();
        Target target = window(move).state.target().get();
        String appId = target == null || choice % 4 == 0 ? APPS.get(choice % APPS.size()) : target.app().id();
        int rest = choice / 4;
        FakeProvisioning app = app(appId);
        switch (move.kind()) {
            case SYNC -> sync(app, rest);
            case JOB -> app.job = job(app.job, rest);
            case RUN_OUT -> APPS.forEach(
                    each -> app(each).appleTokens.remove(app.stored().get(ConnectionPair.SECRET_TOKEN)));
            case OTHERS_SET -> app.setByOthers("SyncAll", rest % 2 == 0 ? "true" : "false");
            case STOP_AT -> at(app, rest, window(move).save::stop);
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
