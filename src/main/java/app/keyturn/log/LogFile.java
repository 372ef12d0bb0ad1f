package app.keyturn.log;

import app.keyturn.platform.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
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
 * The log on disk: at most {@value #FILES} files of {@value #MAX_BYTES} bytes, rotated. A second window writes its own
 * files. Accepts {@link LogLine}s only, and filters each once more.
 *
 * <p>Uses Java's {@link FileHandler} without a logger, so that no library's lines get in. A log that cannot be written
 * stops nothing: {@link #works()} reports it, and the settings page shows it.
 */
public final class LogFile implements AutoCloseable {
    private static final int MAX_BYTES = 256 * 1024;
    private static final int FILES = 3;
    private static final String FILE_NAMES = "keyturn-*.log";

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
     * Opens the log and creates its folder if needed.
     *
     * @param folder readable by its owner only, if it is created here
     * @param redact removes secrets from a line
     * @return a log in any case; see {@link #works()}
     */
    public static LogFile in(Path folder, Clock clock, UnaryOperator<String> redact) {
        return new LogFile(folder, clock, new LogFilter(redact), handler(folder).orElse(null));
    }

    /** A log that writes nothing. */
    public static LogFile unwritten(Path folder) {
        return new LogFile(folder, Clock.systemUTC(), new LogFilter(UnaryOperator.identity()), null);
    }

    /** The folder of the files, whether or not they exist. */
    public Path folder() {
        return folder;
    }

    /** False if a line could not be written. */
    public boolean works() {
        return works;
    }

    /** Filters and writes a line; if that fails, {@link #works()} says so. */
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
            requireWritableFiles(folder);
            OwnerOnlyFileHandler handler = new OwnerOnlyFileHandler(folder);
            handler.setLevel(Level.ALL);
            handler.setFilter(null);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new LineFormatter());
            return Optional.of(handler);
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // works() says so
        }
    }

    /** Java's handler checks this only after it has locked the file, and then leaves the lock open. */
    private static void requireWritableFiles(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILE_NAMES)) {
            for (Path file : files) {
                if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
                    throw new AccessDeniedException(file.toString());
                }
            }
        }
    }

    /** Java's handler creates files with the system's default permissions; these are readable by their owner only. */
    private static final class OwnerOnlyFileHandler extends FileHandler {
        private final Optional<Path> folder;

        OwnerOnlyFileHandler(Path folder) throws IOException {
            // A percent sign has a meaning in the pattern.
            super(folder.toAbsolutePath().toString().replace("%", "%%") + "/keyturn-%u-%g.log", MAX_BYTES, FILES, true);
            this.folder = Optional.of(folder);
            restrictToOwner(folder);
        }

        /** Called for every new file; for the first one by the super constructor, before {@code folder} is set. */
        @Override
        @SuppressWarnings("NullAway")
        protected synchronized void setOutputStream(OutputStream file) {
            super.setOutputStream(file);
            if (folder != null) {
                folder.ifPresent(this::tryToRestrictToOwner);
            }
        }

        private void tryToRestrictToOwner(Path where) {
            try {
                restrictToOwner(where);
            } catch (IOException e) {
                reportError(null, e, ErrorManager.OPEN_FAILURE);
            }
        }

        private static void restrictToOwner(Path folder) throws IOException {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILE_NAMES)) {
                for (Path file : files) {
                    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
                    if (view != null) {
                        view.setPermissions(PosixFilePermissions.fromString("rw-------"));
                    }
                }
            }
        }
    }

    /** Formats a line: the time in UTC, and the text. */
    private static final class LineFormatter extends Formatter {
        @Override
        public String format(LogRecord line) {
            return line.getInstant().truncatedTo(ChronoUnit.MILLIS) + " " + line.getMessage() + System.lineSeparator();
        }
    }
}
