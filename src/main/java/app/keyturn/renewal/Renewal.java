package app.keyturn.renewal;

import app.keyturn.renewal.RenewalOutcome.Asks;
import app.keyturn.renewal.RenewalOutcome.Failed;
import app.keyturn.renewal.RenewalOutcome.Renewed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The renewal: test the new token, save it, check what was saved, bring sync back. Each step waits for the one before;
 * the first that fails ends it, and the token stays with the caller.
 */
public final class Renewal {
    /** How often settings that moved are tested again before the person is told. */
    private static final int MOST_TESTS = 3;

    private final Provisioning provisioning;
    private final Limits limits;
    private final Waiting waiting;
    private final Resuming resuming;

    /**
     * Makes a renewal.
     *
     * @param provisioning Microsoft's side
     * @param limits time limits
     * @param waiting time
     */
    public Renewal(Provisioning provisioning, Limits limits, Waiting waiting) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.waiting = waiting;
        this.resuming = new Resuming(provisioning, waiting);
    }

    /**
     * Tries the saved credentials, to know before the renewal whether the present token still works, and whether this
     * account may change anything.
     *
     * @throws ProblemException if the test could not be made: {@code ROLE-MISSING} if the account may not
     * @throws InterruptedException if interrupted
     */
    public Baseline baseline(ProvisioningApp app, SyncJob job) throws ProblemException, InterruptedException {
        return new Baseline(provisioning.testSaved(app.id(), job.id()), waiting.now());
    }

    /**
     * Renews. Blocks until it ends; an interrupt ends it early, but for the save itself.
     *
     * @param plan what to renew
     * @param token the new token; it is not destroyed here
     * @param progress is told of each step
     * @return how it ended; never an exception
     */
    public RenewalOutcome run(RenewalPlan plan, ScimToken token, Progress progress) {
        return new Run(plan, token, progress).run();
    }

    /**
     * Looks after the sync once more: starts a paused or disabled job, when the person has agreed to what that carries
     * out, or makes up for a look that did not come off. The job is read first.
     *
     * @param plan what was renewed
     * @param renewed the proof that the saved token is good
     * @return what became of it; a job that was asked about is not asked about again
     * @throws ProblemException if the job could not be read; it says that the token is saved
     * @throws InterruptedException if interrupted
     */
    public Resume resume(RenewalPlan plan, Renewed renewed) throws ProblemException, InterruptedException {
        StepLimit limit = new StepLimit(waiting, limits.step());
        try (limit) {
            limit.begin();
            return switch (renewed.resume()) {
                case Resume.AskFirst _ -> resuming.startAgreed(plan.app().id(), plan.job().id());
                case Resume.LeftAlone alone when !(alone.problem() instanceof SyncProblem) ->
                    resuming.afterRenewal(plan.app().id(), plan.job().id());
                case Resume.NotNeeded _,Resume.Started _,Resume.LeftAlone _ -> renewed.resume();
            };
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().with(Changed.SAVED));
        } catch (InterruptedException e) {
            if (limit.isPassed()) {
                throw new ProblemException(new ServiceProblem(ServiceProblem.Reason.NET_TIMED_OUT, Changed.SAVED,
                        Details.at(waiting.now())));
            }
            throw e;
        }
    }

    /** One pass, and what it knows on the way. */
    private final class Run {
        private final RenewalPlan plan;
        private final ScimToken token;
        private final Progress progress;
        private final Preparation preparation;
        private final Saving saving;
        private final StepLimit limit;
        private Step step = Step.TEST;
        private Changed changed;

        Run(RenewalPlan plan, ScimToken token, Progress progress) {
            this.plan = plan;
            this.token = token;
            this.progress = progress;
            this.preparation = new Preparation(plan, waiting);
            this.saving = new Saving(provisioning, limits, waiting, this::writing);
            this.limit = new StepLimit(waiting, limits.step());
            this.changed = plan.soFar();
        }

        RenewalOutcome run() {
            try (limit) {
                limit.begin();
                progress.step(step, StepState.RUNNING);
                Saving.Ready ready = test(plan.app().connection());
                next(Step.SAVE);
                Optional<Baseline> before = freshBaseline();
                ready = stillAsTested(ready);
                SaveProof proof = save(ready, before);
                next(Step.CHECK);
                saving.compare(plan, ready);
                passes(plan);
                next(Step.RESUME);
                Resume resume = resume();
                progress.step(step, resume instanceof Resume.Started ? StepState.DONE : StepState.SKIPPED);
                return new Renewed(proof, resume);
            } catch (AskFirst ask) {
                progress.step(step, StepState.WAITING);
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
        private Resume resume() {
            try {
                return resuming.afterRenewal(plan.app().id(), plan.job().id());
            } catch (ProblemException e) {
                return new Resume.LeftAlone(e.problem().with(changed));
            } catch (InterruptedException stopped) {
                return new Resume.LeftAlone(stopped());
            }
        }

        private Problem stopped() {
            return new ServiceProblem(
                    limit.isPassed() ? ServiceProblem.Reason.NET_TIMED_OUT : ServiceProblem.Reason.STOPPED, changed,
                    Details.at(waiting.now()));
        }

        private void writing(boolean onItsWay) {
            if (onItsWay) {
                limit.suspend();
            } else {
                limit.resume();
            }
            progress.writing(onItsWay);
        }

        private SaveProof save(Saving.Ready ready, Optional<Baseline> before)
                throws ProblemException, InterruptedException {
            changed = Changed.NOT_KNOWN;
            try {
                SaveProof proof = saving.save(plan, ready, before);
                changed = Changed.SAVED;
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
            return new ServiceProblem(ServiceProblem.Reason.INTERNAL_FAULT, changed, new Details(waiting.now(),
                    OptionalInt.empty(), Optional.of(fault.getClass().getSimpleName()), Optional.empty(),
                    Optional.empty()));
        }

        private RenewalOutcome failed(Problem problem) {
            progress.step(step, StepState.FAILED);
            return new Failed(step, changed == Changed.NOTHING ? problem : problem.with(changed));
        }

        private void next(Step following) {
            progress.step(step, StepState.DONE);
            step = following;
            limit.begin();
            progress.step(step, StepState.RUNNING);
        }

        /** Tests what would be saved: every readable pair and the new token. */
        private Saving.Ready test(Connection connection) throws ProblemException, AskFirst, InterruptedException {
            Credentials credentials = preparation.of(connection, token);
            return switch (provisioning.test(plan.app().id(), plan.job().id(), credentials)) {
                case CredentialTest.Passed passed ->
                    new Saving.Ready(new TestedCredentials(credentials, passed), connection);
                case CredentialTest.Failed failed -> throw new ProblemException(failed.problem());
            };
        }

        /** Reads the secrets right before they are written. What has moved since is tested again, with the token. */
        private Saving.Ready stillAsTested(Saving.Ready tested)
                throws ProblemException, AskFirst, InterruptedException {
            Saving.Ready ready = tested;
            for (int again = 0;; again++) {
                Connection now = provisioning.readConnection(plan.app().id());
                if (preparation.of(now, token).sendsTheSameAs(ready.sent())) {
                    return new Saving.Ready(ready.tested(), now);
                }
                if (again == MOST_TESTS) {
                    throw new ProblemException(new SaveProblem(SaveProblem.Reason.SAVE_SETTINGS_MOVING, List.of(),
                            Details.at(waiting.now())));
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
            Instant oldest = waiting.now().minus(limits.baseline());
            boolean stale = before.filter(baseline -> baseline.taken().isBefore(oldest)).isPresent();
            return before.isPresent() && (stale || plan.soFar() != Changed.NOTHING)
                    ? Optional.of(baseline(plan.app(), plan.job()))
                    : before;
        }
    }

    /** The saved credentials have to pass. A service that has just been told may need a moment. */
    private void passes(RenewalPlan plan) throws ProblemException, InterruptedException {
        Instant end = waiting.now().plus(limits.readBack());
        while (true) {
            switch (provisioning.testSaved(plan.app().id(), plan.job().id())) {
                case CredentialTest.Passed _ -> {
                    return;
                }
                case CredentialTest.Failed failed -> {
                    if (!waiting.now().isBefore(end)) {
                        throw new ProblemException(failed.problem().ofTheSavedToken());
                    }
                    waiting.pause(limits.readBackPause());
                }
            }
        }
    }
}
