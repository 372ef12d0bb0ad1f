package app.keyturn.renewal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one code path that writes secrets, and the check of what was written. */
final class SecretsWriter {
    private final Provisioning provisioning;
    private final Limits limits;
    private final Timer timer;
    private final Consumer<Boolean> writing;

    /**
     * Creates the writer.
     *
     * @param writing gets true when the token is about to be sent to Microsoft, and false when that is over
     */
    SecretsWriter(Provisioning provisioning, Limits limits, Timer timer, Consumer<Boolean> writing) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.timer = timer;
        this.writing = writing;
    }

    /**
     * A save that is about to be sent.
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
     * Writes until the outcome is known. Nothing is sent again without a look at the secrets, which must be as they
     * were or as they were sent: then it makes no difference whether the body arrived the first time. It is sent again
     * as often as Microsoft asks for it, or it could not be sent; once, if the response was lost.
     *
     * @throws ProblemException {@code SAVE-REFUSED} or Microsoft's reason for the refusal; {@code SAVE-UNKNOWN} without
     *     proof
     * @throws InterruptedException if interrupted while nothing has been written yet
     */
    SaveProof save(RenewalPlan plan, PendingSave pending, Optional<Baseline> before)
            throws ProblemException, InterruptedException {
        SyncJob job = jobBefore(plan, pending);
        ThrottleBackoff backoff = new ThrottleBackoff(timer, limits);
        while (true) {
            switch (write(plan, pending)) {
                case SaveResponse.Saved saved -> {
                    return byResponse(job, saved);
                }
                case SaveResponse.Refused refused -> throw new ProblemException(refused.problem());
                case SaveResponse.NotKnown lost -> {
                    return saveAgain(plan, pending, before, job, lost, backoff);
                }
                case SaveResponse.Busy busy -> pause(busy.pause(), busy.problem(), backoff);
                case SaveResponse.NotSent notSent -> pause(Optional.empty(), notSent.problem(), backoff);
            }
            requireUnchanged(plan, pending);
        }
    }

    private static void pause(Optional<Duration> wanted, Problem problem, ThrottleBackoff backoff)
            throws ProblemException, InterruptedException {
        if (!backoff.pauseOrGiveUp(wanted)) {
            throw new ProblemException(problem);
        }
    }

    /**
     * The job as it was before the save. Where Microsoft's answers come without a date, only its times can tell later
     * which cycle is new, so it is read again. It is evidence, no condition: the job of the plan does if need be.
     */
    private SyncJob jobBefore(RenewalPlan plan, PendingSave pending) throws InterruptedException {
        if (pending.tested().proof().date().isPresent()) {
            return plan.job();
        }
        try {
            return provisioning.readJob(plan.app().id(), plan.job().id());
        } catch (ProblemException unread) {
            return plan.job();
        }
    }

    /** Checks that the secrets are still the tested ones. Nothing has been written so far. */
    private void requireUnchanged(RenewalPlan plan, PendingSave pending) throws ProblemException, InterruptedException {
        if (!isUnchanged(pending, provisioning.readConnection(plan.app().id()))) {
            throw new ProblemException(
                    new Problem(ProblemCode.SAVE_SETTINGS_MOVING, Diagnostics.at(timer.now())));
        }
    }

    /**
     * Writes once.
     *
     * @throws InterruptedException if interrupted before it began
     */
    private SaveResponse write(RenewalPlan plan, PendingSave pending) throws InterruptedException {
        writing.accept(true);
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return provisioning.save(plan.app().id(), pending.tested());
        } finally {
            writing.accept(false);
        }
    }

    private SaveProof saveAgain(RenewalPlan plan, PendingSave pending, Optional<Baseline> before, SyncJob job,
            SaveResponse.NotKnown first, ThrottleBackoff backoff) throws ProblemException {
        try {
            SaveResponse response = first;
            boolean asked = true;
            // The first lost response is followed by one more attempt in any case.
            while (asked && waitedFor(response, backoff)) {
                if (!isUnchanged(pending, provisioning.readConnection(plan.app().id()))) {
                    throw unknown(first.details());
                }
                response = write(plan, pending);
                asked = asksForAnotherAttempt(response);
            }
            return response instanceof SaveResponse.Saved saved
                    ? byResponse(job, saved)
                    : proveByTest(plan, before, job, first.details());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(first.details());
        } catch (ProblemException e) {
            throw e.problem().code().group() == ProblemCode.Group.SAVE ? e : unknown(first.details());
        }
    }

    /** True if this response says that nothing arrived, or that Microsoft wants the request once more later. */
    private static boolean asksForAnotherAttempt(SaveResponse response) {
        return switch (response) {
            case SaveResponse.Busy _,SaveResponse.NotSent _ -> true;
            case SaveResponse.NotKnown lost -> lost.pause().isPresent();
            case SaveResponse.Saved _,SaveResponse.Refused _ -> false;
        };
    }

    /** Waits before the next attempt, if this response calls for it; false if that would take too long. */
    private static boolean waitedFor(SaveResponse response, ThrottleBackoff backoff) throws InterruptedException {
        return switch (response) {
            case SaveResponse.Busy busy -> backoff.pauseOrGiveUp(busy.pause());
            case SaveResponse.NotSent _ -> backoff.pauseOrGiveUp(Optional.empty());
            case SaveResponse.NotKnown lost -> lost.pause().isEmpty() || backoff.pauseOrGiveUp(lost.pause());
            case SaveResponse.Saved _,SaveResponse.Refused _ -> true;
        };
    }

    /** A passing test proves the save only if the same test failed before: the old token may still work. */
    private SaveProof proveByTest(RenewalPlan plan, Optional<Baseline> before, SyncJob job, Diagnostics details)
            throws ProblemException, InterruptedException {
        if (before.filter(Baseline::rejected).isPresent()
                && provisioning.testSaved(plan.app().id(), plan.job().id()) instanceof CredentialTest.Passed passed) {
            return new SaveProof.ByTest(SaveTime.of(passed.date(), job), passed.requestId());
        }
        throw unknown(details);
    }

    private static SaveProof byResponse(SyncJob job, SaveResponse.Saved saved) {
        return new SaveProof.ByResponse(SaveTime.of(saved.date(), job), saved.requestId());
    }

    private static ProblemException unknown(Diagnostics details) {
        return new ProblemException(new Problem(ProblemCode.SAVE_UNKNOWN, details));
    }

    /** True if every pair is as it was or as it was sent, none is missing, and none is new. */
    private static boolean isUnchanged(PendingSave pending, Connection now) {
        List<ConnectionPair> expected = new ArrayList<>(pending.before().readable());
        expected.addAll(pending.sent().readable());
        return now.hasToken() && now.readable().stream().allMatch(pair -> isAmong(expected, pair))
                && keys(now.readable()).containsAll(keys(pending.before().readable()))
                && pending.before().hiddenKeys().containsAll(now.hiddenKeys())
                && pending.before().otherSignIn().containsAll(now.otherSignIn());
    }

    private static boolean isAmong(List<ConnectionPair> pairs, ConnectionPair wanted) {
        return pairs.stream().anyMatch(wanted::meansTheSameAs);
    }

    private static Set<String> keys(List<ConnectionPair> pairs) {
        return pairs.stream().map(ConnectionPair::comparableKey).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Reads back until every pair means what was sent. A missing key is restored once, with the same complete body; a
     * changed value is only reported, since a colleague may have set it.
     *
     * @throws ProblemException {@code SAVE-SETTINGS-LOST}, with the keys; {@code SAVE-UNKNOWN} if the token itself is
     *     missing; or the reason why the secrets could not be read
     */
    void verify(RenewalPlan plan, PendingSave pending) throws ProblemException, InterruptedException {
        Connection now = readBack(plan, pending);
        if (!missingKeys(pending, now).isEmpty()) {
            restore(plan, pending);
            now = readBack(plan, pending);
        }
        requireComplete(pending, now);
    }

    /**
     * Like {@link #verify}, but only reads.
     *
     * @throws ProblemException as {@link #verify} does
     */
    void verifyWithoutRestoring(RenewalPlan plan, PendingSave pending) throws ProblemException, InterruptedException {
        requireComplete(pending, readBack(plan, pending));
    }

    private void requireComplete(PendingSave pending, Connection now) throws ProblemException {
        if (!now.hasToken()) {
            throw unknown(Diagnostics.at(timer.now()));
        }
        List<String> lost = Stream.concat(changedKeys(pending, now).stream(), lostHiddenKeys(pending, now).stream())
                .toList();
        if (!lost.isEmpty()) {
            throw new ProblemException(
                    new Problem(ProblemCode.SAVE_SETTINGS_LOST, Diagnostics.at(timer.now())).withKeys(lost));
        }
    }

    /** The response does not matter: the secrets are read back next. */
    private void restore(RenewalPlan plan, PendingSave pending) throws InterruptedException {
        ThrottleBackoff backoff = new ThrottleBackoff(timer, limits);
        SaveResponse response;
        do {
            response = write(plan, pending);
        } while (asksForAnotherAttempt(response) && waitedFor(response, backoff));
    }

    /** The connection once it is as expected, or after {@link Limits#readBack}. */
    private Connection readBack(RenewalPlan plan, PendingSave pending) throws ProblemException, InterruptedException {
        Duration end = timer.uptime().plus(limits.readBack());
        while (true) {
            Connection now = provisioning.readConnection(plan.app().id());
            boolean complete = changedKeys(pending, now).isEmpty() && lostHiddenKeys(pending, now).isEmpty()
                    && now.hasToken();
            if (complete || timer.uptime().compareTo(end) >= 0) {
                return now;
            }
            timer.pause(limits.readBackPause());
        }
    }

    /** The keys that were sent and are now missing, or have another value. */
    private static List<String> changedKeys(PendingSave pending, Connection now) {
        return pending.sent()
                .readable()
                .stream()
                .filter(pair -> !isAmong(now.pairs(), pair))
                .map(ConnectionPair::key)
                .toList();
    }

    /** The hidden keys of other secrets that are gone: a save cannot send them, so they cannot be restored either. */
    private static List<String> lostHiddenKeys(PendingSave pending, Connection now) {
        Set<String> left = keys(now.pairs());
        return pending.before()
                .hiddenKeys()
                .stream()
                .filter(key -> !left.contains(key.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The keys that were sent and are now missing; the token's counts too. */
    private static Set<String> missingKeys(PendingSave pending, Connection now) {
        Set<String> missing = keys(pending.sent().readable());
        missing.add(ConnectionPair.SECRET_TOKEN.toLowerCase(Locale.ROOT));
        missing.removeAll(keys(now.pairs()));
        return missing;
    }
}
