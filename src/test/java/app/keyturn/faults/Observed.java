package app.keyturn.faults;

import app.keyturn.faults.Expected.Afterwards;
import app.keyturn.faults.ScriptedUser.Stop;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.ExpiryRecorder;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.Restart;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncProof;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a cell.
 *
 * @param told the problem code that the user saw; empty if nothing was noticed
 * @param changed what the problem said about changes; empty if nothing was noticed
 * @param action the offered action
 * @param token whether it was kept, or forgotten after the save
 * @param puts saves that Microsoft had seen by then
 * @param starts starts that Microsoft had seen by then
 * @param elapsed how long it took from the beginning
 * @param afterwards where the offered action led
 * @param wrong deviations from the expected outcome
 */
record Observed(String told, String changed, String action, String token, int puts, int starts, Duration elapsed,
        String afterwards, List<String> wrong) {
    private static final int MOST_ROUNDS = 4;
    private static final int MOST_REPEATS = 3;
    private static final Duration TOLD_TO_WAIT = Duration.ofSeconds(7);
    /** 5 MB, and the buffers between two programs. */
    private static final long MOST_TAKEN = 25L * 1024 * 1024;

    /** True if the renewal ended well and the user has not noticed anything. */
    boolean endedWellByItself() {
        return told.isEmpty() && changed.isEmpty() && afterwards.equals("green");
    }

    Observed {
        wrong = List.copyOf(wrong);
    }

    static Observed of(Cell cell, Expected expected, Authorities authorities, PracticeBrowser browser)
            throws IOException, InterruptedException {
        for (int again = 0;; again++) {
            FaultSchedule schedule = FaultSchedule.of(cell.operation(), cell.fault(), cell.frequency());
            try (RenewalHarness harness = new RenewalHarness(cell.scenario(), authorities, schedule, browser)) {
                Observed seen = new Run(cell, harness, schedule, new ScriptedUser(harness)).comparedWith(expected);
                // A busy machine may not reach the fault within 300 ms.
                boolean tooSlow = cell.fault().isSilence() && schedule.missed() && again < MOST_REPEATS;
                if (seen.wrong.isEmpty() || !tooSlow) {
                    return seen;
                }
            }
        }
    }

    /** A renewal that meets the fault. */
    private record Run(Cell cell, RenewalHarness harness, FaultSchedule schedule, ScriptedUser user,
            List<String> wrong) {
        Run(Cell cell, RenewalHarness harness, FaultSchedule schedule, ScriptedUser user) {
            this(cell, harness, schedule, user, new ArrayList<>());
        }

        Observed comparedWith(Expected expected) throws InterruptedException {
            long began = System.nanoTime();
            Stop stop = user.proceed();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            int puts = harness.world.saveCount();
            int starts = harness.world.startCount();
            String told = code(stop);
            String changed = changed(stop);
            String action = stop instanceof Stop.Bad(Problem problem) ? problem.action().name() : "";
            String token = token();
            check(schedule.hasStruck(), "the fault never struck");
            check(!(stop instanceof Stop.Stuck), told);
            boolean askedForAgain = cell.operation() == Operation.START && cell.fault() == Fault.BUSY_429;
            check(harness.proxy.attempts(Operation.START) <= 1 || askedForAgain, "start was sent more than once");
            check(harness.proxy.mostTaken() < MOST_TAKEN, "too much was taken of a long answer");
            String afterwards = switch (expected) {
                case Expected.Unnoticed unnoticed -> {
                    check(stop instanceof Stop.Green, "it was noticed");
                    check(puts == unnoticed.puts(), "PUTs: expected " + unnoticed.puts());
                    check(starts == (cell.oldTokenWorks() ? 0 : 1), "starts");
                    check(cell.fault() != Fault.BUSY_429 || cell.operation() == Operation.WATCH
                            || harness.time.pauses.contains(TOLD_TO_WAIT), "it did not wait as asked");
                    if (stop instanceof Stop.Green) {
                        checkRecords();
                    }
                    yield "green";
                }
                case Expected.Reported bad -> {
                    check(told.equals(bad.code()), "expected " + bad.code());
                    check(!told.equals("NET-INSPECTED") || namesUntrustedIssuer(stop),
                            "the inspecting issuer is not named");
                    check(changed.equals(bad.changed().name()), "expected " + bad.changed());
                    check(puts == bad.puts(), "PUTs: expected " + bad.puts());
                    check(starts == bad.starts(), "starts: expected " + bad.starts());
                    yield afterwards(stop, bad.afterwards());
                }
                case Expected.CannotHappen _ -> throw new IllegalArgumentException("It cannot happen");
            };
            check(harness.world.violations().isEmpty(), harness.world.violations().toString());
            return new Observed(told, changed, action, token, puts, starts, elapsed, afterwards, wrong);
        }

        /** Ends the fault and follows the offered actions as long as there are any. */
        private String afterwards(Stop first, Afterwards expected) throws InterruptedException {
            if (!cell.fault().needsNewSignIn() || cell.operation() == Operation.TOKEN) {
                schedule.end();
            }
            harness.desktop.releaseLateBrowser();
            int starts = harness.proxy.attempts(Operation.START);
            Stop now = first;
            for (int round = 0; round < MOST_ROUNDS && !(now instanceof Stop.Green)
                    && !(now instanceof Stop.Stuck); round++) {
                user.followAction(now);
                now = user.proceed();
            }
            switch (expected) {
                case Afterwards.Green(int puts) -> {
                    check(now instanceof Stop.Green, "the action does not lead to success but to " + code(now));
                    check(harness.world.saveCount() == puts, "PUTs in the end: " + harness.world.saveCount());
                    check(harness.world.startCount() == (cell.oldTokenWorks() ? 0 : 1), "starts in the end");
                    token();
                    if (now instanceof Stop.Green) {
                        checkRecords();
                    }
                }
                case Afterwards.NoFurther _ -> {
                    check(!(now instanceof Stop.Green), "it leads to success after all");
                    check(harness.proxy.attempts(Operation.START) == starts, "start was sent again");
                }
            }
            return now instanceof Stop.Green ? "green" : "stays " + code(now);
        }

        /** Until it is saved the token stays where it was put; afterwards it is nowhere. */
        private String token() {
            boolean saved = harness.renewalState.result().get() != null;
            check(saved ? user.hasForgottenToken() : user.hasToken(), "the token is lost, or still held");
            return saved ? "let go" : "kept";
        }

        /** A renewal that ended well says what the practice services saw. */
        private void checkRecords() {
            check(user.isSaved(), "the new token is not what Microsoft has");
            Optional<RenewalRecord> receipt = harness.summary.record();
            check(receipt.isPresent(), "there is no receipt");
            receipt.ifPresent(record -> {
                ByKeyturn done = (ByKeyturn) record.work();
                check(user.isOfToken(done.fingerprint()), "the receipt is about another token");
                check(done.sync() instanceof SyncProof.Seen, "the receipt has no sync");
                check(done.restart().outcome() == (harness.world.startCount() == 1
                        ? Restart.Outcome.STARTED
                        : Restart.Outcome.NOT_NEEDED), "the receipt says of the start: " + done.restart());
                check(done.proof() instanceof SaveProof.ByResponse
                        || (cell.operation() == Operation.SAVE && cell.fault().carriedOut() && !cell.oldTokenWorks()),
                        "the receipt has another proof of the save");
                new ExpiryRecorder(harness.book, Runnable::run, _ -> {}).record(record);
                check(harness.book.entries().size() == 1 && harness.book.entry(record)
                        .flatMap(ExpiryEntry::receipt)
                        .map(RenewalRecord::work)
                        .filter(work -> work instanceof ByKeyturn kept && kept.fingerprint().equals(done.fingerprint())
                                && kept.sync() instanceof SyncProof.Seen)
                        .isPresent(), "the book does not say the same");
            });
        }

        private static boolean namesUntrustedIssuer(Stop stop) {
            return stop instanceof Stop.Bad(Problem problem)
                    && problem.issuer().equals(Optional.of(Authorities.UNTRUSTED_NAME));
        }

        private String code(Stop stop) {
            return switch (stop) {
                case Stop.Green _,Stop.NotSeenYet _ -> "";
                case Stop.Bad(Problem problem) -> problem.code().id();
                case Stop.Stuck(String why) -> "STUCK: " + why;
            };
        }

        private String changed(Stop stop) {
            return switch (stop) {
                case Stop.Bad(Problem problem) -> problem.changed().name();
                case Stop.NotSeenYet _ -> ChangeState.SAVED.name();
                case Stop.Green _,Stop.Stuck _ -> "";
            };
        }

        private void check(boolean right, String otherwise) {
            if (!right) {
                wrong.add(otherwise);
            }
        }
    }
}
