package app.keyturn.renewal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The one code path that writes secrets, and the comparison of what was written with what was there. */
final class SecretsWriter {
    private final Provisioning provisioning;
    private final Limits limits;
    private final Timer timer;
    private final Consumer<Boolean> writing;

    /**
     * Makes it.
     *
     * @param writing is told when the token begins its way to Microsoft, and when that is over
     */
    SecretsWriter(Provisioning provisioning, Limits limits, Timer timer, Consumer<Boolean> writing) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.timer = timer;
        this.writing = writing;
    }

    /**
     * What is ready to be written.
     *
     * @param tested the credentials that passed
     * @param before the connection as read right before
     */
    record PendingSave(TestedCredentials tested, Connection before) {
        Credentials sent() {
            return tested.credentials();
        }
    }

    /**
     * Writes. A lost answer is followed by a look, and by the same complete body once more if nothing else has moved:
     * the body says the same whether or not it arrived the first time.
     *
     * @throws ProblemException {@code SAVE-REFUSED} or what Microsoft refused it with; {@code SAVE-UNKNOWN} without proof
     * @throws InterruptedException if interrupted while nothing has been written yet
     */
    SaveProof save(RenewalPlan plan, PendingSave ready, Optional<Baseline> before)
            throws ProblemException, InterruptedException {
        ThrottleBackoff backoff = new ThrottleBackoff(timer, limits);
        boolean unsent = false;
        while (true) {
            switch (write(plan, ready)) {
                case SaveResponse.Saved saved -> {
                    return new SaveProof.Answered(saved.at(), saved.requestId());
                }
                case SaveResponse.Refused refused -> throw new ProblemException(refused.problem());
                case SaveResponse.NotKnown lost -> {
                    return saveAgain(plan, ready, before, lost.details(), backoff);
                }
                case SaveResponse.Busy busy -> {
                    if (!backoff.pauseOrGiveUp(busy.pause())) {
                        throw new ProblemException(busy.problem());
                    }
                    requireUnchanged(plan, ready);
                }
                case SaveResponse.NotSent not -> {
                    if (unsent) {
                        throw new ProblemException(not.problem());
                    }
                    unsent = true;
                    requireUnchanged(plan, ready);
                }
            }
        }
    }

    /** Looks whether what is to be written still is what was tested. Nothing has been written so far. */
    private void requireUnchanged(RenewalPlan plan, PendingSave ready) throws ProblemException, InterruptedException {
        if (!isUnchanged(ready, provisioning.readConnection(plan.app().id()))) {
            throw new ProblemException(
                    new Problem(ProblemCode.SAVE_SETTINGS_MOVING, Diagnostics.at(timer.now())));
        }
    }

    /**
     * Writes once.
     *
     * @throws InterruptedException if somebody has stopped it before it began
     */
    private SaveResponse write(RenewalPlan plan, PendingSave ready) throws InterruptedException {
        writing.accept(true);
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return provisioning.save(plan.app().id(), ready.tested());
        } finally {
            writing.accept(false);
        }
    }

    private SaveProof saveAgain(RenewalPlan plan, PendingSave ready, Optional<Baseline> before, Diagnostics lost,
            ThrottleBackoff backoff) throws ProblemException {
        try {
            SaveResponse answer;
            do {
                if (!isUnchanged(ready, provisioning.readConnection(plan.app().id()))) {
                    throw unknown(lost);
                }
                answer = write(plan, ready);
            } while (answer instanceof SaveResponse.Busy busy && backoff.pauseOrGiveUp(busy.pause()));
            return switch (answer) {
                case SaveResponse.Saved saved -> new SaveProof.Answered(saved.at(), saved.requestId());
                case SaveResponse.Refused _,SaveResponse.Busy _,SaveResponse.NotSent _,SaveResponse.NotKnown _ ->
                    provenByTest(plan, before, lost);
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unknown(lost);
        } catch (ProblemException e) {
            throw e.problem().code().group() == ProblemCode.Group.SAVE ? e : unknown(lost);
        }
    }

    /** A passing test proves the save only if the same test failed before: the old token may work just as well. */
    private SaveProof provenByTest(RenewalPlan plan, Optional<Baseline> before, Diagnostics lost)
            throws ProblemException, InterruptedException {
        if (before.filter(Baseline::rejected).isPresent()
                && provisioning.testSaved(plan.app().id(), plan.job().id()) instanceof CredentialTest.Passed passed) {
            return new SaveProof.SeenToChange(passed.at(), passed.requestId());
        }
        throw unknown(lost);
    }

    private static ProblemException unknown(Diagnostics details) {
        return new ProblemException(new Problem(ProblemCode.SAVE_UNKNOWN, details));
    }

    /** True if every pair reads as it was before or as it was sent, none is gone, and none is new. */
    private static boolean isUnchanged(PendingSave ready, Connection now) {
        List<ConnectionPair> expected = new ArrayList<>(ready.before().readable());
        expected.addAll(ready.sent().readable());
        return now.hasToken() && expected.containsAll(now.readable())
                && keys(now.readable()).containsAll(keys(ready.before().readable()))
                && ready.before().hiddenKeys().containsAll(now.hiddenKeys());
    }

    private static Set<String> keys(List<ConnectionPair> pairs) {
        return pairs.stream().map(ConnectionPair::key).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Reads back until every pair is as sent. A key that stays lost is put back once, with the same complete body; a
     * value that has become another is named and left, since somebody else may have set it.
     *
     * @throws ProblemException {@code SAVE-SETTINGS-LOST}, with the keys; {@code SAVE-UNKNOWN} if the token itself is
     *     gone; or whatever kept it from being read
     */
    void compare(RenewalPlan plan, PendingSave ready) throws ProblemException, InterruptedException {
        Connection now = readBack(plan, ready);
        if (!lost(ready, now).isEmpty()) {
            restore(plan, ready);
            now = readBack(plan, ready);
        }
        if (!now.hasToken()) {
            throw unknown(Diagnostics.at(timer.now()));
        }
        List<String> different = different(ready, now);
        if (!different.isEmpty()) {
            throw new ProblemException(
                    new Problem(ProblemCode.SAVE_SETTINGS_LOST, Diagnostics.at(timer.now())).withKeys(different));
        }
    }

    /** Whatever comes of it, the next look tells. */
    private void restore(RenewalPlan plan, PendingSave ready) throws InterruptedException {
        ThrottleBackoff backoff = new ThrottleBackoff(timer, limits);
        SaveResponse answer;
        do {
            answer = write(plan, ready);
        } while (answer instanceof SaveResponse.Busy busy && backoff.pauseOrGiveUp(busy.pause()));
    }

    /** The connection once every pair is as sent, or the time for that is up. */
    private Connection readBack(RenewalPlan plan, PendingSave ready) throws ProblemException, InterruptedException {
        Instant end = timer.now().plus(limits.readBack());
        while (true) {
            Connection now = provisioning.readConnection(plan.app().id());
            if ((different(ready, now).isEmpty() && now.hasToken()) || !timer.now().isBefore(end)) {
                return now;
            }
            timer.pause(limits.readBackPause());
        }
    }

    /** The keys that were sent and do not read so: gone, or with another value. */
    private static List<String> different(PendingSave ready, Connection now) {
        return ready.sent()
                .readable()
                .stream()
                .filter(pair -> !now.pairs().contains(pair))
                .map(ConnectionPair::key)
                .toList();
    }

    /** The keys that were sent and are gone, the token's among them. */
    private static Set<String> lost(PendingSave ready, Connection now) {
        Set<String> lost = keys(ready.sent().readable());
        lost.add(ConnectionPair.SECRET_TOKEN);
        lost.removeAll(keys(now.pairs()));
        return lost;
    }
}
