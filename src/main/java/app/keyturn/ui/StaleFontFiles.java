package app.keyturn.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Copies of the program's own fonts that a killed program has left behind. JavaFX writes a font that is not a file of
 * its own to the folder for temporary files, and deletes it when the program ends normally
 * ({@code com.sun.javafx.font.PrismFontFactory}).
 */
public final class StaleFontFiles {
    private static final String COPIES = "+JXF*.tmp";
    private static final Duration MIN_AGE = Duration.ofDays(1);
    private static final List<String> FONTS = List.of("Inter-Regular.ttf", "Inter-Bold.ttf");

    private StaleFontFiles() {}

    /**
     * Deletes them as far as possible.
     *
     * @param folder for temporary files; of other programs, too, so only exact copies of our fonts count
     * @param unused tells whether no other window can be using them
     */
    public static void delete(Path folder, Instant now, BooleanSupplier unused) {
        try {
            List<Path> old = copies(folder, now.minus(MIN_AGE));
            if (!old.isEmpty() && unused.getAsBoolean()) {
                List<byte[]> fonts = fonts();
                for (Path copy : old) {
                    if (isOneOf(fonts, copy)) {
                        Files.deleteIfExists(copy);
                    }
                }
            }
        } catch (IOException | RuntimeException _) {
            // The next start tries again.
        }
    }

    /** True if no other process of this program runs, as far as the system tells. */
    public static boolean isOnlyInstance() {
        ProcessHandle self = ProcessHandle.current();
        Optional<String> program = self.info().command();
        return program.isPresent() && ProcessHandle.allProcesses()
                .filter(other -> !other.equals(self))
                .noneMatch(other -> other.info().command().equals(program));
    }

    private static List<Path> copies(Path folder, Instant before) throws IOException {
        List<Path> old = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, COPIES)) {
            for (Path file : files) {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class,
                        LinkOption.NOFOLLOW_LINKS);
                if (found.isRegularFile() && found.lastModifiedTime().toInstant().isBefore(before)) {
                    old.add(file);
                }
            }
        }
        return old;
    }

    private static boolean isOneOf(List<byte[]> fonts, Path copy) throws IOException {
        long size = Files.size(copy);
        if (fonts.stream().noneMatch(font -> font.length == size)) {
            return false; // another program's font may be large
        }
        byte[] content = Files.readAllBytes(copy);
        return fonts.stream().anyMatch(font -> Arrays.equals(font, content));
    }

    private static List<byte[]> fonts() throws IOException {
        List<byte[]> fonts = new ArrayList<>();
        for (String name : FONTS) {
            try (InputStream font = Objects.requireNonNull(
                    StaleFontFiles.class.getResourceAsStream("/app/keyturn/fonts/" + name), name)) {
                fonts.add(font.readAllBytes());
            }
        }
        return fonts;
    }
}
