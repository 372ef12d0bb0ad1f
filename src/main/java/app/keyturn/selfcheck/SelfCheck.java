package app.keyturn.selfcheck;

import app.keyturn.Keyturn;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Checks that this installation is whole, without a display and without leaving this computer. One check's failure keeps
 * none of the others from being made.
 */
public final class SelfCheck {
    private SelfCheck() {}

    /**
     * One thing to check.
     *
     * @param name what it is called in the report
     * @param look says what was found, or throws what is wrong
     */
    public record Check(String name, Callable<String> look) {}

    /**
     * Checks one thing after the other.
     *
     * @param out gets a line each
     * @return true if all is well
     */
    public static boolean run(PrintStream out) {
        return run(checks(), out);
    }

    /** Makes these checks, and says how many failed. */
    public static boolean run(List<Check> checks, PrintStream out) {
        long failed = checks.stream().filter(check -> !passes(check, out)).count();
        out.println(failed == 0
                ? "All " + checks.size() + " checks passed."
                : failed + " of " + checks.size() + " checks failed.");
        return failed == 0;
    }

    /** All that is checked. */
    public static List<Check> checks() {
        return List.of(new Check("version", Keyturn::version), new Check("modules", InstallationCheck::modules),
                new Check("words", InstallationCheck::words), new Check("guides", InstallationCheck::guides),
                new Check("certificates", TlsCheck::certificates),
                new Check("encrypted connection", TlsCheck::handshake),
                new Check("browser’s way back",
                        () -> "an answer was taken at " + String.join(" and ", LoopbackCheck.run())),
                new Check("practice world", PracticeCheck::run), new Check("fonts", RenderingCheck::fonts),
                new Check("pages", RenderingCheck::pages));
    }

    /**
     * Makes one check. Errors of linking are what a damaged installation is noticed by. The messages may be shown: no
     * check meets a secret that is worth anything outside the practice world.
     */
    private static boolean passes(Check check, PrintStream out) {
        try {
            out.println("ok      " + check.name() + ": " + check.look().call());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return fails(check, stopped, out);
        } catch (Exception | LinkageError wrong) {
            return fails(check, wrong, out);
        }
    }

    private static boolean fails(Check check, Throwable wrong, PrintStream out) {
        Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
        String why = cause.getMessage() == null ? "" : ": " + cause.getMessage().replaceAll("\\s+", " ");
        out.println("failed  " + check.name() + ": " + cause.getClass().getSimpleName() + why);
        return false;
    }
}
