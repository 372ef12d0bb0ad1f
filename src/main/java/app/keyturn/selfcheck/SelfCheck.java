package app.keyturn.selfcheck;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * {@code --self-test}: checks that an installation is complete, without a display and without leaving this computer. A
 * check that fails does not stop the others.
 */
public final class SelfCheck {
    private SelfCheck() {}

    /**
     * One thing to check.
     *
     * @param name what the report calls it
     * @param task returns what was found; throws if something is wrong
     */
    public record Check(String name, Callable<String> task) {}

    /** Runs the checks, reports a line each, and returns true if all pass. */
    public static boolean run(List<Check> checks, PrintStream out) {
        long failed = checks.stream().filter(check -> !passes(check, out)).count();
        out.println(failed == 0
                ? "All " + checks.size() + " checks passed."
                : failed + " of " + checks.size() + " checks failed.");
        return failed == 0;
    }

    /**
     * All checks.
     *
     * @param version of the program
     * @param noSystemCertificates true for a package that cannot read the certificates of Windows, and says so
     * @param window builds the content of a window that would save its files to the given folder
     */
    public static List<Check> checks(String version, boolean noSystemCertificates,
            Function<Path, WindowContent> window) {
        return List.of(new Check("version", () -> version),
                new Check("modules", () -> InstallationCheck.modules(noSystemCertificates)),
                new Check("words", InstallationCheck::texts), new Check("guides", InstallationCheck::guides),
                new Check("certificates", TlsCheck::certificates),
                new Check("encrypted connection", TlsCheck::handshake),
                new Check("browser's way back",
                        () -> "an answer was taken at " + String.join(" and ", LoopbackCheck.run())),
                new Check("practice world", PracticeCheck::run), new Check("fonts", RenderingCheck::fonts),
                new Check("pages", () -> RenderingCheck.pages(window)));
    }

    /**
     * Runs one check. A damaged installation shows up as a {@code LinkageError}. Messages may be shown: no check meets
     * a secret that is worth anything outside the practice world.
     */
    private static boolean passes(Check check, PrintStream out) {
        try {
            out.println("ok      " + check.name() + ": " + check.task().call());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return fails(check, stopped, out);
        } catch (Exception | LinkageError thrown) {
            return fails(check, thrown, out);
        }
    }

    private static boolean fails(Check check, Throwable thrown, PrintStream out) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage().replaceAll("\\s+", " ");
        out.println("failed  " + check.name() + ": " + cause.getClass().getSimpleName() + message);
        return false;
    }
}
