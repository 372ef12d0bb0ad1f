package app.keyturn.faults;

import app.keyturn.faults.Expected.Afterwards;
import app.keyturn.faults.ScriptedUser.Stop;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a cell.
 *
 * @param told what the person read; empty if nobody noticed
 * @param changed what that said was changed; null if nobody noticed
 * @param action what was offered
 * @param token whether it was kept, or let go of after the save
 * @param puts how many saves Microsoft had seen when the person read it
 * @param starts how many starts
 * @param back how long it took from the beginning
 * @param afterwards what came of the offered action
 * @param wrong what is not as it has to be
 */
record Observed(String told, String changed, String action, String token, int puts, int starts, Duration back,
        String afterwards, List<String> wrong) {
    private static final int MOST_ROUNDS = 4;
    private static final int MOST_REPEATS = 3;
    private static final Duration TOLD_TO_WAIT = Duration.ofSeconds(7);
    /** 5 MB, and what fits into the buffers between two programs. */
    private static final long MOST_TAKEN = 25L * 1024 * 1024;

    Observed {
        wrong = List.copyOf(wrong);
    }

    static Observed of(Cell cell, Expected expected, Authorities authorities, PracticeBrowser browser)
            throws IOException, InterruptedException {
        for (int again = 0;; again++) {
            FaultSchedule spell = FaultSchedule.of(cell.operation(), cell.fault(), cell.lasting());
            try (RenewalHarness desk = new RenewalHarness(cell.scenario(), authorities, spell, browser)) {
                Observed seen = new Run(cell, desk, spell, new ScriptedUser(desk)).against(expected);
                // In 300 ms a machine that does other things may not even get as far as the fault.
                boolean tooSlow = cell.fault().isSilence() && spell.missed() && again < MOST_REPEATS;
                if (seen.wrong.isEmpty() || !tooSlow) {
                    return seen;
                }
            }
        }
    }

    /** A renewal in which the fault strikes. */
    private record Run(Cell cell, RenewalHarness desk, FaultSchedule spell, ScriptedUser person, List<String> wrong) {
        Run(Cell cell, RenewalHarness desk, FaultSchedule spell, ScriptedUser person) {
            this(cell, desk, spell, person, new ArrayList<>());
        }

        Observed against(Expected expected) throws InterruptedException {
            long began = System.nanoTime();
            Stop stop = person.goOn();
            Duration back = Duration.ofNanos(System.nanoTime() - began);
            int puts = desk.world.puts();
            int starts = desk.world.starts();
            String told = code(stop);
            String changed = changed(stop);
            String action = stop instanceof Stop.Bad(Problem problem) ? problem.action().name() : "";
            String token = token();
            check(spell.hasStruck(), "the fault never struck");
            check(!(stop instanceof Stop.Stuck), told);
            check(desk.proxy.attempts(Operation.START) <= 1, "start was sent more than once");
            check(desk.proxy.mostTaken() < MOST_TAKEN, "too much was taken of a long answer");
            String afterwards = switch (expected) {
                case Expected.Unnoticed unnoticed -> {
                    check(stop instanceof Stop.Green, "somebody noticed");
                    check(puts == unnoticed.puts(), "PUTs: expected " + unnoticed.puts());
                    check(starts == (cell.oldTokenWorks() ? 0 : 1), "starts");
                    check(cell.fault() != Fault.BUSY_429 || cell.operation() == Operation.WATCH
                            || desk.time.paused(TOLD_TO_WAIT), "it did not wait as told");
                    yield "green";
                }
                case Expected.Told bad -> {
                    check(told.equals(bad.code()), "expected " + bad.code());
                    check(!told.equals("NET-INSPECTED") || namesTheStranger(stop), "who inspects is not named");
                    check(changed.equals(bad.changed().name()), "expected " + bad.changed());
                    check(puts == bad.puts(), "PUTs: expected " + bad.puts());
                    check(starts == bad.starts(), "starts: expected " + bad.starts());
                    yield afterwards(stop, bad.afterwards());
                }
                case Expected.CannotHappen _ -> throw new IllegalArgumentException("It cannot happen");
            };
            check(desk.world.violations().isEmpty(), desk.world.violations().toString());
            return new Observed(told, changed, action, token, puts, starts, back, afterwards, wrong);
        }

        /** The fault goes away; what the window offers is done until it offers nothing more. */
        private String afterwards(Stop first, Afterwards expected) throws InterruptedException {
            if (!cell.fault().endsWithASignIn() || cell.operation() == Operation.TOKEN) {
                spell.lift();
            }
            desk.desktop.comeBack();
            int starts = desk.proxy.attempts(Operation.START);
            Stop now = first;
            for (int round = 0; round < MOST_ROUNDS && !(now instanceof Stop.Green)
                    && !(now instanceof Stop.Stuck); round++) {
                person.act(now);
                now = person.goOn();
            }
            switch (expected) {
                case Afterwards.Green(int puts) -> {
                    check(now instanceof Stop.Green, "the action does not lead to green but to " + code(now));
                    check(desk.world.puts() == puts, "PUTs in the end: " + desk.world.puts());
                    check(desk.world.starts() == (cell.oldTokenWorks() ? 0 : 1), "starts in the end");
                    check(person.isSaved(), "the new token is not what Microsoft has");
                    token();
                }
                case Afterwards.NoFurther _ -> {
                    check(!(now instanceof Stop.Green), "it leads to green after all");
                    check(desk.proxy.attempts(Operation.START) == starts, "start was sent again");
                }
            }
            return now instanceof Stop.Green ? "green" : "stays " + code(now);
        }

        /** Until it is saved the token is where it was put; from then on it is nowhere. */
        private String token() {
            boolean saved = desk.renewalState.result().get() != null;
            check(saved ? person.hasLetGoOfTheToken() : person.hasTheToken(), "the token is lost, or still held");
            return saved ? "let go" : "kept";
        }

        private static boolean namesTheStranger(Stop stop) {
            return stop instanceof Stop.Bad(Problem problem)
                    && problem.issuer().equals(Optional.of(Authorities.STRANGER));
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
