package app.keyturn.renewal;

import app.keyturn.renewal.RenewalOutcome.Asks;
import app.keyturn.renewal.RenewalOutcome.Failed;
import app.keyturn.renewal.RenewalOutcome.Renewed;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** One pass through a renewal, and what it knows on the way. For one use, on one thread. */
final class RenewalRun {
    /** How often settings that moved are tested again before the person is told. */
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

    /**
     * Makes a pass.
     *
     * @param plan what to renew
     * @param token the new token
     * @param listener is told of each step
     */
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
        this.changed = plan.soFar();
    }

    /** Renews; never an exception. */
    RenewalOutcome run() {
        try (deadline) {
            deadline.begin();
            listener.step(step, StepState.RUNNING);
            SecretsWriter.PendingSave ready = test(plan.app().connection());
            next(Step.SAVE);
            Optional<Baseline> before = freshBaseline();
            ready = retestIfChanged(ready);
            SaveProof proof = save(ready, before);
            next(Step.CHECK);
            writer.compare(plan, ready);
            CredentialTest.Passed after = testSavedToken();
            next(Step.RESUME);
            SyncRestartResult result = resume();
            listener.step(step, result instanceof SyncRestartResult.Started ? StepState.DONE : StepState.SKIPPED);
            return new Renewed(proof, new RenewalOutcome.Tests(ready.tested().proof(), after), result);
        } catch (ConsentRequired ask) {
            listener.step(step, StepState.WAITING);
            return new Asks(ask.question());
        } catch (ProblemException e) {
            return failed(e.problem());
        } catch (InterruptedException stopped) {
            return failed(stopped());
        } catch (RuntimeException fault) {
            return failed(internal(fault));
        }
    }

    /** The token is saved and good by now, whatever keeps us from looking after the sync. */
    private SyncRestartResult resume() {
        try {
            return syncRestart.afterRenewal(plan.app().id(), plan.job().id());
        } catch (ProblemException e) {
            return new SyncRestartResult.LeftAlone(e.problem());
        } catch (InterruptedException stopped) {
            return new SyncRestartResult.LeftAlone(stopped());
        }
    }

    private Problem stopped() {
        return new Problem(
                deadline.hasExpired() ? ProblemCode.NET_TIMED_OUT : ProblemCode.STOPPED, changed,
                Diagnostics.at(timer.now()));
    }

    private void writing(boolean onItsWay) {
        if (onItsWay) {
            deadline.suspend();
        } else {
            deadline.resume();
        }
        listener.writing(onItsWay);
    }

    private SaveProof save(SecretsWriter.PendingSave ready, Optional<Baseline> before)
            throws ProblemException, InterruptedException {
        changed = ChangeState.NOT_KNOWN;
        try {
            SaveProof proof = writer.save(plan, ready, before);
            changed = ChangeState.SAVED;
            return proof;
        } catch (ProblemException e) {
            changed = plan.soFar().and(e.problem().changed());
            throw e;
        } catch (InterruptedException e) {
            changed = plan.soFar();
            throw e;
        }
    }

    /** The fault's kind alone: its message might hold anything. */
    private Problem internal(RuntimeException fault) {
        return new Problem(ProblemCode.INTERNAL_FAULT, changed, new Diagnostics(timer.now(),
                OptionalInt.empty(), Optional.of(fault.getClass().getSimpleName()), Optional.empty(),
                Optional.empty()));
    }

    private RenewalOutcome failed(Problem problem) {
        listener.step(step, StepState.FAILED);
        return new Failed(step, problem.after(changed));
    }

    private void next(Step following) {
        listener.step(step, StepState.DONE);
        step = following;
        deadline.begin();
        listener.step(step, StepState.RUNNING);
    }

    /** Tests what would be saved: every readable pair and the new token. */
    private SecretsWriter.PendingSave test(Connection connection)
            throws ProblemException, ConsentRequired, InterruptedException {
        Credentials credentials = credentialsBuilder.of(connection, token);
        return switch (provisioning.test(plan.app().id(), plan.job().id(), credentials)) {
            case CredentialTest.Passed passed ->
                new SecretsWriter.PendingSave(new TestedCredentials(credentials, passed), connection);
            case CredentialTest.Failed failed -> throw new ProblemException(failed.problem());
        };
    }

    /** Reads the secrets right before they are written. What has moved since is tested again, with the token. */
    private SecretsWriter.PendingSave retestIfChanged(SecretsWriter.PendingSave tested)
            throws ProblemException, ConsentRequired, InterruptedException {
        SecretsWriter.PendingSave ready = tested;
        for (int again = 0;; again++) {
            Connection now = provisioning.readConnection(plan.app().id());
            if (credentialsBuilder.of(now, token).sendsTheSameAs(ready.sent())) {
                return new SecretsWriter.PendingSave(ready.tested(), now);
            }
            if (again == MAX_RETESTS) {
                throw new ProblemException(new Problem(ProblemCode.SAVE_SETTINGS_MOVING,
                        Diagnostics.at(timer.now())));
            }
            ready = test(now);
        }
    }

    /**
     * The test from before, made again if it is too old to be compared with, or if an attempt since may have
     * written something: what changed then would not be this attempt's doing.
     */
    private Optional<Baseline> freshBaseline() throws ProblemException, InterruptedException {
        Optional<Baseline> before = plan.before().filter(Baseline::rejected);
        Instant oldest = timer.now().minus(limits.baseline());
        boolean stale = before.filter(baseline -> baseline.taken().isBefore(oldest)).isPresent();
        return before.isPresent() && (stale || plan.soFar() != ChangeState.NOTHING)
                ? Optional.of(Baseline.take(provisioning, plan.app(), plan.job(), timer))
                : before;
    }

    /** The saved credentials have to pass. A service that has just been told may need a moment. */
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
