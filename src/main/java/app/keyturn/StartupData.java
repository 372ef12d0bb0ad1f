package app.keyturn;

import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.platform.Folders;
import app.keyturn.platform.ProxyVariables;
import app.keyturn.platform.StaleFiles;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.SaveNotes;
import app.keyturn.settings.ManagedSettingsFile;
import app.keyturn.settings.StoredSettings;
import app.keyturn.ui.StaleFontFiles;
import app.keyturn.walkthrough.Walkthrough;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the program reads from disk before the window opens. Read while JavaFX starts, which takes a third of the time
 * to the first page and one processor.
 *
 * @param clock the time, and the user's time zone
 * @param messages the texts, in the system's language
 * @param settings the settings and where they are stored
 * @param log contains the start already
 * @param book the organisations renewed on this computer
 * @param saveNotes the notes of saves under way or cut off
 * @param folders the program's own folders
 */
public record StartupData(Clock clock, Messages messages, StoredSettings settings, ActivityLog log,
        ExpiryBook book, SaveNotes saveNotes, List<Path> folders) implements AutoCloseable {
    private static volatile @Nullable CompletableFuture<StartupData> loading;

    /** Starts reading in the background. Static, because JavaFX creates the application itself. */
    static void begin(Arguments arguments) {
        loading = CompletableFuture.supplyAsync(() -> arguments.task() == Arguments.Task.WALKTHROUGH
                ? of(Walkthrough.settings(arguments.pictures()))
                : of(Folders.ofCurrentUser()));
    }

    /** Waits until everything is read. */
    static StartupData await() {
        CompletableFuture<StartupData> started = loading;
        if (started == null) {
            throw new IllegalStateException("The startup data has not been requested");
        }
        return started.join();
    }

    /** Startup data that reads from an empty folder and writes nothing to it. */
    public static StartupData unwritten(Path folder, Locale language) {
        return new StartupData(Clock.system(ZoneId.systemDefault()), Messages.in(language), StoredSettings.load(folder),
                ActivityLog.unwritten(folder), ExpiryBook.open(folder), SaveNotes.in(folder), List.of());
    }

    /** For a walkthrough: the user's own settings neither apply nor change. */
    private static StartupData of(Path folder) {
        return in(StoredSettings.load(folder), folder.resolve("log"), folder, List.of(folder));
    }

    /** Whatever the folders are like, a start does not fail: what cannot be read counts as missing, or is reported. */
    static StartupData of(Folders folders) {
        return in(StoredSettings.load(folders.settings(), ManagedSettingsFile.in(folders.allUsers()),
                ProxyVariables.ofThisComputer()), folders.log(),
                folders.data(), List.of(folders.data(), folders.settings()));
    }

    private static StartupData in(StoredSettings settings, Path logFolder, Path data, List<Path> folders) {
        Messages messages = Messages.in(Locale.getDefault(), Locale.getDefault(Locale.Category.FORMAT));
        ActivityLog log = ActivityLog.in(logFolder, Clock.systemUTC());
        log.started(Keyturn.version());
        return new StartupData(Clock.system(ZoneId.systemDefault()), messages, settings, log,
                ExpiryBook.open(data), SaveNotes.in(data), folders);
    }

    /** Closes its files. */
    @Override
    public void close() {
        try {
            saveNotes.close();
        } catch (IOException _) {
            // The lock's file is left behind, unlocked: a later start deletes it.
        }
        log.close();
    }

    /** Deletes, in the background, what a killed program has left behind. */
    void deleteStaleFiles() {
        Thread.ofVirtual().start(() -> {
            folders.forEach(folder -> StaleFiles.delete(folder, Instant.now()));
            StaleFontFiles.delete(Path.of(System.getProperty("java.io.tmpdir", "")), Instant.now(),
                    StaleFontFiles::isOnlyInstance);
        });
    }
}
