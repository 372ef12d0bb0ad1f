package app.keyturn.log;

import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The log of what the program does: pages, steps, HTTP requests and their outcome, problems. Knows the secrets in use
 * and keeps them out of every line.
 */
public final class ActivityLog implements HttpListener, AutoCloseable {
    private final SecretRedactor redactor;
    private final LogFile file;

    private ActivityLog(SecretRedactor redactor, LogFile file) {
        this.redactor = redactor;
        this.file = file;
    }

    /** Opens the log in a folder; {@link #works()} tells whether it can be written. */
    public static ActivityLog in(Path folder, Clock clock) {
        SecretRedactor redactor = new SecretRedactor();
        return new ActivityLog(redactor, LogFile.in(folder, clock, redactor::redact));
    }

    /** A log that writes nothing, for runs that leave no files behind. */
    public static ActivityLog unwritten(Path folder) {
        return new ActivityLog(new SecretRedactor(), LogFile.unwritten(folder));
    }

    /** Knows the secrets in use. */
    public SecretRedactor redactor() {
        return redactor;
    }

    /** The folder of the log files, whether or not they exist. */
    public Path folder() {
        return file.folder();
    }

    /** False if the log cannot be written. */
    public boolean works() {
        return file.works();
    }

    /** Logs that the program has started. */
    public void started(String version) {
        file.write(new LogLine.Began(version, System.getProperty("java.version", ""), System.getProperty("os.name", ""),
                System.getProperty("os.version", "")));
    }

    /**
     * Logs that a session has begun.
     *
     * @param practice true in practice mode
     * @param settings the keys of the settings that are set
     */
    public void sessionBegan(boolean practice, List<String> settings) {
        file.write(new LogLine.Entered(practice, settings));
    }

    /** Logs that a page is shown. */
    public void pageShown(String id) {
        file.write(new LogLine.Page(id));
    }

    /** Logs that the user has signed in, or is signed out. */
    public void signedIn(boolean signedIn) {
        file.write(new LogLine.SignIn(signedIn));
    }

    /** Logs that a step of the renewal has changed its state. */
    public void stepChanged(Step step, StepState state) {
        file.write(new LogLine.Step(step, state));
    }

    /** Logs a problem that is shown. */
    public void problemShown(Problem problem) {
        Diagnostics details = problem.details();
        file.write(new LogLine.Problem(problem.code().id(), problem.changed(), details.status(), details.errorCode(),
                Stream.of(details.requestId(), details.correlationId()).flatMap(Optional::stream).toList()));
    }

    @Override
    public void requestEnded(HttpEvent event) {
        file.write(new LogLine.Request(event.method(), event.path(), event.status(), event.fault(),
                event.took(), event.requestId()));
    }

    @Override
    public void unexpected(Throwable thrown) {
        file.write(LogLine.Fault.of(thrown));
    }

    /** Logs that the program has ended. */
    @Override
    public void close() {
        file.write(new LogLine.Ended());
        file.close();
    }
}
