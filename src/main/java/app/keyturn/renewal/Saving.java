package app.keyturn.renewal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The one code path that writes secrets, and the comparison of what was written with what was there. */
final class Saving {
    private final Provisioning provisioning;
    private final Limits limits;
    private final Waiting waiting;

    Saving(Provisioning provisioning, Limits limits, Waiting waiting) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.waiting = waiting;
    }

    /**
     * What is ready to be written.
     *
     * @param tested the credentials that passed
     * @param before the connection as read right before
     */
    record Ready(TestedCredentials tested, Connection before) {
        Credentials sent() {
            return tested.credentials();
        }
    }

    /**
     * Writes. A lost answer is followed by a look, and by the same complete body once more if nothing else has moved:
     * the body says the same whether or not it arrived the first time.
     *
     * @throws ProblemException {@code SAVE-REFUSED} or what Microsoft refused it with; {@code SAVE-UNKNOWN} without proof
     */
    SaveProof save(RenewalPlan plan, Ready ready, Optional<Baseline> before) throws ProblemException {
        return switch (provisioning.save(plan.app().id(), ready.tested())) {
            case SaveAnswer.Saved saved -> new SaveProof.Answered(saved.at());
            case SaveAnswer.Refused refused -> throw new ProblemException(refused.problem());
            case SaveAnswer.NotKnown lost -> saveAgain(plan, ready, before, lost.details());
        };
    }

    private SaveProof saveAgain(RenewalPlan plan, Ready ready, Optional<Baseline> before, Details lost)
            throws ProblemException {
        try {
            if (!undisturbed(ready, provisioning.readConnection(plan.app().id()))) {
                throw unknown(lost);
            }
            return switch (provisioning.save(plan.app().id(), ready.tested())) {
                case SaveAnswer.Saved saved -> new SaveProof.Answered(saved.at());
                case SaveAnswer.Refused _,SaveAnswer.NotKnown _ -> seenToChange(plan, before, lost);
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unknown(lost);
        } catch (ProblemException e) {
            throw e.problem() instanceof SaveProblem ? e : unknown(lost);
        }
    }

    /** A passing test proves the save only if the same test failed before: the old token may work just as well. */
    private SaveProof seenToChange(RenewalPlan plan, Optional<Baseline> before, Details lost)
            throws ProblemException, InterruptedException {
        if (before.filter(Baseline::rejected).isPresent()
                && provisioning.testSaved(plan.app().id(), plan.job().id()) instanceof CredentialTest.Passed passed) {
            return new SaveProof.SeenToChange(passed.at());
        }
        throw unknown(lost);
    }

    private static ProblemException unknown(Details details) {
        return new ProblemException(new SaveProblem(SaveProblem.Reason.SAVE_UNKNOWN, List.of(), details));
    }

    /** True if every pair reads as it was before or as it was sent, none is gone, and none is new. */
    private static boolean undisturbed(Ready ready, Connection now) {
        List<ConnectionPair> expected = new ArrayList<>(ready.before().readable());
        expected.addAll(ready.sent().readable());
        return now.hasToken() && expected.containsAll(now.readable())
                && keys(now.readable()).containsAll(keys(ready.before().readable()))
                && ready.before().hiddenKeys().containsAll(now.hiddenKeys());
    }

    private static Set<String> keys(List<ConnectionPair> pairs) {
        return pairs.stream().map(ConnectionPair::key).collect(Collectors.toSet());
    }

    /**
     * Reads back until every pair is as sent. What stays lost is put back once, with the same complete body.
     *
     * @throws ProblemException {@code SAVE-SETTINGS-LOST}, with the keys, or whatever kept it from being read
     */
    void compare(RenewalPlan plan, Ready ready) throws ProblemException, InterruptedException {
        if (lostAfterWaiting(plan, ready).isEmpty()) {
            return;
        }
        // Whatever it answers, the next look tells.
        provisioning.save(plan.app().id(), ready.tested());
        List<String> stillLost = lostAfterWaiting(plan, ready);
        if (!stillLost.isEmpty()) {
            throw new ProblemException(
                    new SaveProblem(SaveProblem.Reason.SAVE_SETTINGS_LOST, stillLost, Details.at(waiting.now())));
        }
    }

    private List<String> lostAfterWaiting(RenewalPlan plan, Ready ready) throws ProblemException, InterruptedException {
        for (Duration left = limits.readBack();; left = left.minus(limits.readBackPause())) {
            Connection now = provisioning.readConnection(plan.app().id());
            List<String> lost = differing(ready.sent().readable(), now);
            if (!now.hasToken()) {
                lost.add(ConnectionPair.SECRET_TOKEN);
            }
            if (lost.isEmpty() || !left.isPositive()) {
                return lost;
            }
            waiting.pause(limits.readBackPause());
        }
    }

    private static List<String> differing(List<ConnectionPair> expected, Connection now) {
        List<String> keys = new ArrayList<>();
        for (ConnectionPair pair : expected) {
            if (!now.pairs().contains(pair)) {
                keys.add(pair.key());
            }
        }
        return keys;
    }
}
