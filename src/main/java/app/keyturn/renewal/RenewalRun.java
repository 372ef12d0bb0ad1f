package app.keyturn.renewal;

import app.keyturn.renewal.RenewalOutcome.ConsentNeeded;
import app.keyturn.renewal.RenewalOutcome.Failed;
import app.keyturn.renewal.RenewalOutcome.Renewed;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run of a renewal. For one use, on one thread. It knows what was changed so far: {@link #failed} puts that into
 * every problem, by the rule of {@link Problem#after}.
 */
final class RenewalRun {
    /** How often settings that keep changing are tested again before the run gives up. */
    private static final int MAX_RETESTS = 3;

    private final Provisioning provisioning;
    private final Limits limits;
    private final Timer timer;
    private final RenewalPlan plan;
    private final ScimToken token;
    private final StepListener listener;
    private final CredentialsBuilder credentialsBuilder;
    private final SecretsWriter writer;
    private final SyncRestart syncRestart;
    private final StepDeadline deadline;
    private Step step = Step.TEST;
    private ChangeState changed;

    RenewalRun(Provisioning provisioning, Limits limits, Timer timer, RenewalPlan plan, ScimToken token,
            StepListener listener) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.timer = timer;
        this.plan = plan;
        this.token = token;
        this.listener = listener;
        this.credentialsBuilder = new CredentialsBuilder(plan, timer);
        this.syncRestart = new SyncRestart(provisioning, timer);
        this.writer = new SecretsWriter(provisioning, limits, timer, this::writing);
        this.deadline = new StepDeadline(timer, limits.step());
        this.changed = plan.earlierChange();
    }

    /** Renews; never throws. */
    RenewalOutcome run() {
        try (deadline) {
            deadline.begin();
            listener.step(step, StepState.RUNNING);
            SecretsWriter.PendingSave pending = test(plan.app().connection());
            begin(Step.SAVE);
            Optional<Baseline> before = freshBaseline();
            pending = retestIfChanged(pending);
            SaveProof proof = save(pending, before);
            begin(Step.CHECK);
            writer.verify(plan, pending);
            CredentialTest.Passed after = testSavedToken();
            begin(Step.RESUME);
            SyncRestartResult result = resume();
            listener.step(step, result instanceof SyncRestartResult.Started ? StepState.DONE : StepState.SKIPPED);
            return new Renewed(proof, new RenewalOutcome.Tests(pending.tested().proof(), after), result);
        } catch (ConsentRequired consentRequired) {
            listener.step(step, StepState.WAITING);
            return new ConsentNeeded(consentRequired.question());
        } catch (ProblemException e) {
            return failed(e.problem());
        } catch (InterruptedException interrupted) {
            return failed(stopped());
        } catch (RuntimeException e) {
            return failed(internalFault(e));
        }
    }

    /** The token is saved and good by now, even if the sync cannot be restarted. */
    private SyncRestartResult resume() {
        try {
            return syncRestart.afterRenewal(plan);
        } catch (ProblemException e) {
            return new SyncRestartResult.LeftAlone(e.problem());
        } catch (InterruptedException interrupted) {
            return new SyncRestartResult.LeftAlone(stopped());
        }
    }

    private Problem stopped() {
        return new Problem(
                deadline.hasExpired() ? ProblemCode.NET_TIMED_OUT : ProblemCode.STOPPED, changed,
                Diagnostics.at(timer.now()));
    }

    private void writing(boolean begins) {
        if (begins) {
            deadline.suspend();
        } else {
            deadline.resume();
        }
        listener.writing(begins);
    }

    private SaveProof save(SecretsWriter.PendingSave pending, Optional<Baseline> before)
            throws ProblemException, InterruptedException {
        changed = ChangeState.NOT_KNOWN;
        try {
            SaveProof proof = writer.save(plan, pending, before);
            changed = ChangeState.SAVED;
            return proof;
        } catch (ProblemException e) {
            changed = plan.earlierChange().combinedWith(e.problem().changed());
            throw e;
        } catch (InterruptedException e) {
            changed = plan.earlierChange();
            throw e;
        }
    }

    /** The exception's type alone: its message might hold anything. */
    private Problem internalFault(RuntimeException e) {
        return new Problem(ProblemCode.INTERNAL_FAULT, changed, new Diagnostics(timer.now(),
                OptionalInt.empty(), Optional.of(e.getClass().getSimpleName()), Optional.empty(),
                Optional.empty()));
    }

    private RenewalOutcome failed(Problem problem) {
        listener.step(step, StepState.FAILED);
        return new Failed(step, problem.after(changed));
    }

    private void begin(Step next) {
        listener.step(step, StepState.DONE);
        step = next;
        deadline.begin();
        listener.step(step, StepState.RUNNING);
    }

    /** Tests what would be saved: every readable pair and the new token. */
    private SecretsWriter.PendingSave test(Connection connection)
            throws ProblemException, ConsentRequired, InterruptedException {
        Credentials credentials = credentialsBuilder.build(connection, token);
        return switch (provisioning.test(plan.app().id(), plan.job().id(), credentials)) {
            case CredentialTest.Passed passed ->
                new SecretsWriter.PendingSave(new TestedCredentials(credentials, passed), connection);
            case CredentialTest.Failed failed -> throw new ProblemException(failed.problem());
        };
    }

    /** Reads the secrets right before they are written. If they have changed since the test, they are tested again. */
    private SecretsWriter.PendingSave retestIfChanged(SecretsWriter.PendingSave tested)
            throws ProblemException, ConsentRequired, InterruptedException {
        SecretsWriter.PendingSave pending = tested;
        for (int retests = 0;; retests++) {
            Connection now = provisioning.readConnection(plan.app().id());
            if (credentialsBuilder.build(now, token).sendsTheSameAs(pending.sent())) {
                return new SecretsWriter.PendingSave(pending.tested(), now);
            }
            if (retests == MAX_RETESTS) {
                throw new ProblemException(new Problem(ProblemCode.SAVE_SETTINGS_MOVING,
                        Diagnostics.at(timer.now())));
            }
            pending = test(now);
        }
    }

    /**
     * The baseline, taken again if it is too old, or if an earlier attempt may have written something: a change since
     * then would not prove this attempt.
     */
    private Optional<Baseline> freshBaseline() throws ProblemException, InterruptedException {
        Optional<Baseline> before = plan.before().filter(Baseline::rejected);
        Instant oldest = timer.now().minus(limits.baseline());
        boolean stale = before.filter(baseline -> baseline.taken().isBefore(oldest)).isPresent();
        return before.isPresent() && (stale || plan.earlierChange() != ChangeState.NOTHING)
                ? Optional.of(Baseline.take(provisioning, plan.app(), plan.job(), timer))
                : before;
    }

    /** The saved credentials have to pass. Microsoft may need a moment to use the new ones. */
    private CredentialTest.Passed testSavedToken() throws ProblemException, InterruptedException {
        Instant end = timer.now().plus(limits.readBack());
        while (true) {
            switch (provisioning.testSaved(plan.app().id(), plan.job().id())) {
                case CredentialTest.Passed passed -> {
                    return passed;
                }
                case CredentialTest.Failed failed -> {
                    if (!timer.now().isBefore(end)) {
                        throw new ProblemException(failed.problem().aboutSavedToken());
                    }
                    timer.pause(limits.readBackPause());
                }
            }
        }
    }
}
