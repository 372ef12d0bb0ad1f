package app.keyturn.renewal;

import app.keyturn.renewal.RenewalOutcome.ConsentNeeded;
import app.keyturn.renewal.RenewalOutcome.Failed;
import app.keyturn.renewal.RenewalOutcome.NotChecked;
import app.keyturn.renewal.RenewalOutcome.Renewed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

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
    private final StepListener listener;
    private final CredentialsBuilder credentialsBuilder;
    private final SecretsWriter writer;
    private final SyncRestart syncRestart;
    private final StepDeadline deadline;
    private Step step = Step.TEST;
    private ChangeState changed;
    private @Nullable SavedToken saved;

    RenewalRun(Provisioning provisioning, Limits limits, Timer timer, RenewalPlan plan, StepListener listener) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.timer = timer;
        this.plan = plan;
        this.listener = listener;
        this.credentialsBuilder = new CredentialsBuilder(plan, timer);
        this.syncRestart = new SyncRestart(provisioning, limits, timer);
        this.writer = new SecretsWriter(provisioning, limits, timer, this::writing);
        this.deadline = new StepDeadline(timer, limits.step());
        this.changed = plan.earlierChange();
    }

    /** A part of a renewal, which ends it early by an exception. */
    private interface Part {
        RenewalOutcome run() throws ProblemException, ConsentRequired, InterruptedException;
    }

    /** Renews; never throws. */
    RenewalOutcome run(ScimToken token) {
        return outcome(() -> {
            listener.step(step, StepState.RUNNING);
            SecretsWriter.PendingSave pending = test(plan.app().connection(), token);
            begin(Step.SAVE);
            Optional<Baseline> before = freshBaseline();
            pending = retestIfChanged(pending, token);
            SavedToken written = new SavedToken(plan, pending, save(pending, before));
            saved = written;
            begin(Step.CHECK);
            writer.verify(plan, pending);
            return testAndResume(written);
        });
    }

    /** Checks what was saved; never throws, never saves. */
    RenewalOutcome checkAgain(SavedToken earlier) {
        return outcome(() -> {
            saved = earlier;
            changed = ChangeState.SAVED;
            step = Step.CHECK;
            listener.step(step, StepState.RUNNING);
            writer.verifyWithoutRestoring(plan, earlier.save());
            return testAndResume(earlier);
        });
    }

    private RenewalOutcome testAndResume(SavedToken written) throws ProblemException, InterruptedException {
        CredentialTest.Passed after = testSavedToken();
        begin(Step.RESUME);
        SyncRestartResult result = resume();
        listener.step(step, result instanceof SyncRestartResult.Started ? StepState.DONE : StepState.SKIPPED);
        return new Renewed(written.proof(), new RenewalOutcome.Tests(written.save().tested().proof(), after), result,
                oldTokenMayBeInUse(written));
    }

    /** A test that failed before and passes now shows that the new token is used; so does the old one's expiry. */
    private static boolean oldTokenMayBeInUse(SavedToken written) {
        return written.proof() instanceof SaveProof.ByResponse
                && written.plan().before().filter(Baseline::rejected).isEmpty()
                && !written.save().before().hasPortalSettings();
    }

    private RenewalOutcome outcome(Part part) {
        try (deadline) {
            deadline.begin();
            return part.run();
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

    /** After a proven save, only a token that has disappeared since calls for another save. */
    private RenewalOutcome failed(Problem problem) {
        listener.step(step, StepState.FAILED);
        Problem complete = problem.after(changed);
        SavedToken written = saved;
        return written != null && step == Step.CHECK && complete.changed() == ChangeState.SAVED
                ? new NotChecked(written, complete)
                : new Failed(step, complete);
    }

    private void begin(Step next) {
        listener.step(step, StepState.DONE);
        step = next;
        deadline.begin();
        listener.step(step, StepState.RUNNING);
    }

    /** Tests what would be saved: every readable pair and the new token. */
    private SecretsWriter.PendingSave test(Connection connection, ScimToken token)
            throws ProblemException, ConsentRequired, InterruptedException {
        Credentials credentials = credentialsBuilder.build(connection, token);
        return switch (testAtApple(credentials)) {
            case CredentialTest.Passed passed ->
                new SecretsWriter.PendingSave(new TestedCredentials(credentials, passed), connection);
            case CredentialTest.Failed failed -> throw new ProblemException(failed.problem());
        };
    }

    /**
     * Tests the credentials. If Microsoft cannot parse one of the settings, the token is tested with the address alone:
     * that is what Apple is asked about. What is saved stays complete, so no setting can get lost.
     */
    private CredentialTest testAtApple(Credentials credentials) throws ProblemException, InterruptedException {
        try {
            return provisioning.test(plan.app().id(), plan.job().id(), credentials);
        } catch (ProblemException e) {
            Credentials alone = credentials.addressAndToken();
            if (e.problem().code() != ProblemCode.SETTING_NOT_UNDERSTOOD || alone.sendsTheSameAs(credentials)) {
                throw e;
            }
            CredentialTest result = provisioning.test(plan.app().id(), plan.job().id(), alone);
            if (result instanceof CredentialTest.Passed) {
                listener.testedWithoutSettings();
            }
            return result;
        }
    }

    /**
     * Reads the secrets right before they are written. If they have changed since the test, they are tested again;
     * values that only come back written differently every time do not count as changed in the end.
     */
    private SecretsWriter.PendingSave retestIfChanged(SecretsWriter.PendingSave tested, ScimToken token)
            throws ProblemException, ConsentRequired, InterruptedException {
        SecretsWriter.PendingSave pending = tested;
        for (int retests = 0;; retests++) {
            Connection now = provisioning.readConnection(plan.app().id());
            Credentials present = credentialsBuilder.build(now, token);
            boolean last = retests == MAX_RETESTS;
            if (present.sendsTheSameAs(pending.sent()) || (last && present.meansTheSameAs(pending.sent()))) {
                return new SecretsWriter.PendingSave(pending.tested(), now);
            }
            if (last) {
                throw new ProblemException(new Problem(ProblemCode.SAVE_SETTINGS_MOVING,
                        Diagnostics.at(timer.now())));
            }
            pending = test(now, token);
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

    /** The saved credentials have to pass. Microsoft may go on using the old ones for a while. */
    private CredentialTest.Passed testSavedToken() throws ProblemException, InterruptedException {
        Duration end = timer.uptime().plus(limits.takeEffect());
        Instant shownEnd = timer.now().plus(limits.takeEffect());
        Duration pause = limits.readBackPause();
        while (true) {
            switch (provisioning.testSaved(plan.app().id(), plan.job().id())) {
                case CredentialTest.Passed passed -> {
                    return passed;
                }
                case CredentialTest.Failed failed -> {
                    if (timer.uptime().compareTo(end) >= 0) {
                        throw new ProblemException(failed.problem().aboutSavedToken());
                    }
                    listener.waitingForEffect(shownEnd);
                    timer.pause(pause);
                    pause = pause.multipliedBy(2).compareTo(limits.watchPause()) < 0
                            ? pause.multipliedBy(2)
                            : limits.watchPause();
                }
            }
        }
    }
}
