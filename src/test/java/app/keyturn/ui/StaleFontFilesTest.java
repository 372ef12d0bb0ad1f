package app.keyturn.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleFontFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration OLD = Duration.ofHours(25);

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Test
    void oldCopiesOfOurFontsAreDeletedAndNothingElse() throws IOException {
        byte[] font = font("Inter-Regular.ttf");
        byte[] sameLength = font.clone();
        sameLength[font.length - 1]++;
        write("+JXF1.tmp", font, OLD);
        write("+JXF2.tmp", font("Inter-Bold.ttf"), OLD);
        write("+JXF3.tmp", font, Duration.ofHours(23));
        write("+JXF4.tmp", sameLength, OLD);
        write("+JXF5.tmp", new byte[0], OLD);
        write("JXF6.tmp", font, OLD);
        write("+JXF7.ttf", font, OLD);
        Files.createDirectory(folder.resolve("+JXF8.tmp"));
        StaleFontFiles.delete(folder, NOW, () -> true);
        assertEquals(Set.of("+JXF3.tmp", "+JXF4.tmp", "+JXF5.tmp", "JXF6.tmp", "+JXF7.ttf", "+JXF8.tmp"), left());
    }

    @Test
    void whileAnotherWindowMayUseThemTheyStay() throws IOException {
        write("+JXF1.tmp", font("Inter-Regular.ttf"), OLD);
        StaleFontFiles.delete(folder, NOW, () -> false);
        assertEquals(Set.of("+JXF1.tmp"), left());
    }

    @Test
    void aMissingFolderIsNoFault() {
        StaleFontFiles.delete(folder.resolve("missing"), NOW, () -> true);
    }

    /** Another font would be left behind for ever. */
    @Test
    void theStyleSheetLoadsNoOtherFont() throws IOException {
        try (InputStream sheet = StaleFontFilesTest.class.getResourceAsStream("/app/keyturn/fonts.css")) {
            assertNotNull(sheet);
            assertEquals(List.of("Inter-Regular.ttf", "Inter-Bold.ttf"),
                    new String(sheet.readAllBytes(), UTF_8).lines()
                            .filter(line -> line.contains("src: url("))
                            .map(line -> line.replaceAll(".*fonts/(.*)\".*", "$1"))
                            .toList());
        }
    }

    private void write(String name, byte[] content, Duration age) throws IOException {
        Files.setLastModifiedTime(Files.write(folder.resolve(name), content), FileTime.from(NOW.minus(age)));
    }

    private Set<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static byte[] font(String name) throws IOException {
        try (InputStream font = StaleFontFilesTest.class.getResourceAsStream("/app/keyturn/fonts/" + name)) {
            assertNotNull(font);
            return font.readAllBytes();
        }
    }
}
