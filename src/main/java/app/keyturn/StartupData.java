package app.keyturn;

import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.platform.Folders;
import app.keyturn.platform.StaleFiles;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.SaveNotes;
import app.keyturn.settings.ManagedSettingsFile;
import app.keyturn.settings.StoredSettings;
import app.keyturn.walkthrough.Walkthrough;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a start reads from the disk before there is a window. It is read while JavaFX and the system's own windows start:
 * that takes a third of the way to the first page, and one processor.
 *
 * @param clock now, and the person's time zone
 * @param messages the words, in the system's language
 * @param settings what the person has set
 * @param log has noted the start
 * @param book the organisations renewed on this computer
 * @param unfinished the note of a save that was cut off
 * @param folders where the program's own files are
 */
public record StartupData(Clock clock, Messages messages, StoredSettings settings, ActivityLog log,
        ExpiryBook book, SaveNotes unfinished, List<Path> folders) {
    private static volatile @Nullable CompletableFuture<StartupData> begun;

    /** Begins, in the background. JavaFX makes the application itself, so what it is given has to stand here. */
    static void begin(Arguments asked) {
        begun = CompletableFuture.supplyAsync(() -> asked.task() == Arguments.Task.WALKTHROUGH
                ? of(Walkthrough.settings(asked.pictures()))
                : of(Folders.ofCurrentUser()));
    }

    /** What has been begun; waits for it. */
    static StartupData await() {
        CompletableFuture<StartupData> under = begun;
        if (under == null) {
            throw new IllegalStateException("Nobody has begun the groundwork");
        }
        return under.join();
    }

    /**
     * One for whoever leaves nothing behind, in a folder where nothing is.
     *
     * @param language of the words
     */
    public static StartupData unwritten(Path folder, Locale language) {
        return new StartupData(Clock.system(ZoneId.systemDefault()), Messages.in(language), StoredSettings.load(folder),
                ActivityLog.unwritten(folder), ExpiryBook.open(folder), SaveNotes.in(folder), List.of());
    }

    /** Of a walkthrough: a person's own settings neither count nor change. */
    private static StartupData of(Path folder) {
        return in(StoredSettings.load(folder), folder.resolve("log"), folder, List.of(folder));
    }

    private static StartupData of(Folders folders) {
        return in(StoredSettings.load(folders.settings(), ManagedSettingsFile.in(folders.allUsers())), folders.log(),
                folders.data(), List.of(folders.data(), folders.settings()));
    }

    private static StartupData in(StoredSettings settings, Path logFolder, Path data, List<Path> folders) {
        Messages messages = Messages.in(Locale.getDefault(), Locale.getDefault(Locale.Category.FORMAT));
        ActivityLog log = ActivityLog.in(logFolder, Clock.systemUTC());
        log.began(Keyturn.version());
        return new StartupData(Clock.system(ZoneId.systemDefault()), messages, settings, log,
                ExpiryBook.open(data), SaveNotes.in(data), folders);
    }

    /** Takes away what a program that was killed has left; nothing waits for it. */
    void sweep() {
        Thread.ofVirtual().start(() -> folders.forEach(folder -> StaleFiles.delete(folder, Instant.now())));
    }
}
