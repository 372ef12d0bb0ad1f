package app.keyturn.log;

import app.keyturn.pages.save.SaveModel;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.SecretRedactor;
import app.keyturn.renewal.Step;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the program does in the log, and knows which secrets are in use, so that none gets there. What it follows
 * tells it, and knows nothing of it.
 */
public final class ActivityLog implements HttpListener, AutoCloseable {
    private final SecretRedactor redactor;
    private final LogFile file;

    private ActivityLog(SecretRedactor redactor, LogFile file) {
        this.redactor = redactor;
        this.file = file;
    }

    /**
     * Opens it; whether it works is for {@link #works()} to say.
     *
     * @param folder gets the files
     * @param clock dates the lines
     */
    public static ActivityLog in(Path folder, Clock clock) {
        SecretRedactor redactor = new SecretRedactor();
        return new ActivityLog(redactor, LogFile.in(folder, clock, redactor::without));
    }

    /**
     * One that is not written, for whoever leaves nothing behind.
     *
     * @param folder where it would be
     */
    public static ActivityLog unwritten(Path folder) {
        return new ActivityLog(new SecretRedactor(), LogFile.unwritten(folder));
    }

    /** The secrets in use. */
    public SecretRedactor secrets() {
        return redactor;
    }

    /** Where the files are, or would be. */
    public Path folder() {
        return file.folder();
    }

    /** False if the log cannot be written. */
    public boolean works() {
        return file.works();
    }

    /** Notes that the program has begun. */
    public void began(String version) {
        file.write(new LogLine.Began(version, System.getProperty("java.version", ""), System.getProperty("os.name", ""),
                System.getProperty("os.version", "")));
    }

    /** Follows one renewal from now on; what it forgets, this forgets. */
    public void subscribe(boolean practice, Settings set, RenewalState renewalState, Wizard wizard, SaveModel save) {
        file.write(new LogLine.Entered(practice, Stream.of(Setting.values())
                .filter(setting -> !set.text(setting).isEmpty())
                .map(Setting::key)
                .toList()));
        renewalState.token().subscribe(this::hold);
        renewalState.signedIn().subscribe((before, who) -> {
            if ((before == null) != (who == null)) { // who it is, is looked up later
                file.write(new LogLine.SignIn(who != null));
            }
        });
        wizard.current().subscribe(page -> {
            if (page != null) {
                file.write(new LogLine.Page(page.id()));
            }
        });
        wizard.sidePage().subscribe(page -> {
            if (page != null) {
                file.write(new LogLine.Page(page.id()));
            }
        });
        wizard.problem().subscribe(this::note);
        for (Step step : Step.values()) {
            save.step(step).subscribe((_, state) -> file.write(new LogLine.Step(step, state)));
        }
    }

    @Override
    public void saw(HttpEvent exchange) {
        file.write(new LogLine.Request(exchange.method(), exchange.path(), exchange.status(), exchange.fault(),
                exchange.took(), exchange.requestId()));
    }

    @Override
    public void unexpected(Throwable thrown) {
        file.write(LogLine.Fault.of(thrown));
    }

    /** Notes that the program has ended. */
    @Override
    public void close() {
        file.write(new LogLine.Ended());
        file.close();
    }

    private void hold(@Nullable ScimToken token) {
        if (token == null) {
            redactor.forget(SecretRedactor.Kind.APPLE_TOKEN);
        } else {
            redactor.hold(token);
        }
    }

    private void note(@Nullable Problem problem) {
        if (problem != null) {
            Diagnostics details = problem.details();
            file.write(new LogLine.Problem(problem.code(), problem.changed(), details.status(), details.errorCode(),
                    Stream.of(details.requestId(), details.correlationId()).flatMap(Optional::stream).toList()));
        }
    }
}
