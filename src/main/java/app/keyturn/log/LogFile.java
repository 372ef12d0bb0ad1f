package app.keyturn.log;

import app.keyturn.platform.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The log: {@value #FILES} files of {@value #LARGEST} bytes at most, of which the oldest goes when the newest is full. A
 * second window writes files of its own. Only {@link LogLine}s get in, a line each, after a last look at them.
 *
 * <p>Java's own {@link FileHandler} is used by itself, behind no logger, so that no library's lines come here. A log
 * that cannot be written stops nothing; {@link #works()} says so, and the settings page says it on.
 */
public final class LogFile implements AutoCloseable {
    private static final int LARGEST = 256 * 1024;
    private static final int FILES = 3;

    private final Path folder;
    private final Clock clock;
    private final LogFilter filter;
    private final @Nullable FileHandler handler;
    private volatile boolean works;

    private LogFile(Path folder, Clock clock, LogFilter filter, @Nullable FileHandler handler) {
        this.folder = folder;
        this.clock = clock;
        this.filter = filter;
        this.handler = handler;
        works = handler != null;
        if (handler != null) {
            handler.setErrorManager(new ErrorManager() {
                @Override
                public void error(@Nullable String message, @Nullable Exception thrown, int code) {
                    works = false;
                }
            });
        }
    }

    /**
     * Opens it, in a folder that is made if need be.
     *
     * @param folder only its owner may read it, if it is made here
     * @param clock dates the lines
     * @param secrets takes secrets out of a line
     * @return a log in any case, though it may not work
     */
    public static LogFile in(Path folder, Clock clock, UnaryOperator<String> secrets) {
        return new LogFile(folder, clock, new LogFilter(secrets), handler(folder).orElse(null));
    }

    /** A log that is not written, for whoever leaves nothing behind. */
    public static LogFile unwritten(Path folder) {
        return new LogFile(folder, Clock.systemUTC(), new LogFilter(UnaryOperator.identity()), null);
    }

    /** Where it is, or would be. */
    public Path folder() {
        return folder;
    }

    /** False if a line could not be written. */
    public boolean works() {
        return works;
    }

    /** Writes a line. */
    public synchronized void write(LogLine line) {
        if (handler != null && works) {
            LogRecord written = new LogRecord(Level.INFO, filter.filter(line.text()));
            written.setInstant(clock.instant());
            handler.publish(written);
        }
    }

    @Override
    public void close() {
        if (handler != null) {
            handler.close();
        }
    }

    private static Optional<FileHandler> handler(Path folder) {
        try {
            Folders.create(folder);
            OwnersFiles handler = new OwnersFiles(folder);
            handler.setLevel(Level.ALL);
            handler.setFilter(null);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new Lines());
            return Optional.of(handler);
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // works() says so
        }
    }

    /** Java's handler leaves it to the system's habit who may read a new file; here, its owner may. */
    private static final class OwnersFiles extends FileHandler {
        private final Optional<Path> folder;

        OwnersFiles(Path folder) throws IOException {
            // In a pattern, a percent sign is no character of a name.
            super(folder.toAbsolutePath().toString().replace("%", "%%") + "/keyturn-%u-%g.log", LARGEST, FILES, true);
            this.folder = Optional.of(folder);
            keepToOwner(folder);
        }

        /** Called for every new file; for the first one, before this object is made. */
        @Override
        @SuppressWarnings("NullAway")
        protected synchronized void setOutputStream(OutputStream file) {
            super.setOutputStream(file);
            if (folder != null) {
                folder.ifPresent(this::tryToKeepToOwner);
            }
        }

        private void tryToKeepToOwner(Path where) {
            try {
                keepToOwner(where);
            } catch (IOException e) {
                reportError(null, e, ErrorManager.OPEN_FAILURE);
            }
        }

        private static void keepToOwner(Path folder) throws IOException {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "keyturn-*.log")) {
                for (Path file : files) {
                    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
                    if (view != null) {
                        view.setPermissions(PosixFilePermissions.fromString("rw-------"));
                    }
                }
            }
        }
    }

    /** A line: when, in UTC, and what. */
    private static final class Lines extends Formatter {
        @Override
        public String format(LogRecord line) {
            return line.getInstant().truncatedTo(ChronoUnit.MILLIS) + " " + line.getMessage() + System.lineSeparator();
        }
    }
}
