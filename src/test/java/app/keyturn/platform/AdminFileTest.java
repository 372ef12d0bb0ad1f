package app.keyturn.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.platform.AdminFile.Answer;
import app.keyturn.platform.AdminFile.Why;
import app.keyturn.platform.WriteAccess.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file for all users: the way to it is asked about by a stand-in, so that any system and any user can run this. */
class AdminFileTest {
    private static final int LONGEST = 10;
    private static final Map<WriteAccess.Answer, Why> DOUBTS = Map.of(WriteAccess.Answer.NOT_AN_ADMINISTRATORS,
            Why.NOT_AN_ADMINISTRATORS, WriteAccess.Answer.OTHERS_TOO, Why.OTHERS_MAY_CHANGE_IT,
            WriteAccess.Answer.NOBODY_KNOWS, Why.NOBODY_KNOWS);

    /** A part of the way, and what was asked about it. */
    private record Asked(Path place, Part part) {}

    @TempDir
    private Path temporary;
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.createDirectories(temporary.toRealPath().resolve("keyturn")).resolve("keyturn.properties");
        Files.writeString(file, "0123456789");
    }

    @Test
    void anAdministratorsFileIsRead() {
        assertArrayEquals("0123456789".getBytes(UTF_8),
                assertInstanceOf(Answer.Trusted.class, AdminFile.read(file, LONGEST, allWell())).content());
    }

    @Test
    void everyFolderOfTheWayIsAskedAbout() {
        List<Asked> asked = new ArrayList<>();
        AdminFile.read(file, LONGEST, noting(asked));
        List<Asked> wanted = new ArrayList<>(List.of(new Asked(file, Part.CONTENT),
                new Asked(file.resolveSibling(""), Part.CONTENT)));
        for (Path above = temporaryRealPath(); above != null; above = above.getParent()) {
            wanted.add(new Asked(above, Part.FOLDER_ABOVE));
        }
        assertTrue(asked.containsAll(wanted), () -> wanted + " of " + asked);
    }

    @Test
    void oneDoubtAnywhereOnTheWayIsEnough() {
        DOUBTS.forEach((answer, why) -> {
            for (Path place = file; place != null; place = place.getParent()) {
                Path doubtful = place;
                assertEquals(new Answer.Ignored(why), AdminFile.read(file, LONGEST,
                        (asked, _) -> asked.equals(doubtful) ? answer : WriteAccess.Answer.ADMINISTRATORS_ONLY),
                        () -> doubtful + ": " + answer);
            }
        });
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Links need a right there that few people have")
    void ofALinkBothTheFolderItIsInAndTheWayToItsEndAreLookedAt() throws IOException {
        Path links = Files.createDirectory(temporaryRealPath().resolve("links"));
        Path link = Files.createSymbolicLink(links.resolve("keyturn.properties"), file);
        List<Asked> asked = new ArrayList<>();
        assertInstanceOf(Answer.Trusted.class, AdminFile.read(link, LONGEST, noting(asked)));
        assertTrue(asked.containsAll(List.of(new Asked(links, Part.CONTENT), new Asked(file, Part.CONTENT),
                new Asked(file.resolveSibling(""), Part.CONTENT))), asked::toString);
        Path folder = Files.createSymbolicLink(temporaryRealPath().resolve("folder"), file.resolveSibling(""));
        assertEquals(new Answer.Ignored(Why.OTHERS_MAY_CHANGE_IT),
                AdminFile.read(folder.resolve("keyturn.properties"), LONGEST, (place, _) -> place.equals(file)
                        ? WriteAccess.Answer.OTHERS_TOO
                        : WriteAccess.Answer.ADMINISTRATORS_ONLY));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Links need a right there that few people have")
    void aLinkThatLeadsNowhereIsToldFromNoFile() throws IOException {
        Path link = Files.createSymbolicLink(temporaryRealPath().resolve("link"), temporary.resolve("nowhere"));
        assertEquals(new Answer.Ignored(Why.UNREADABLE), AdminFile.read(link, LONGEST, allWell()));
    }

    @Test
    void noFileAndNoFolderIsNothing() {
        assertEquals(new Answer.None(), AdminFile.read(file.resolveSibling("other"), LONGEST, allWell()));
        assertEquals(new Answer.None(), AdminFile.read(temporary.resolve("no/folder"), LONGEST, allWell()));
    }

    @Test
    void aFolderIsNoFileAndALongerFileIsNotRead() {
        assertEquals(new Answer.Ignored(Why.UNREADABLE),
                AdminFile.read(file.resolveSibling(""), LONGEST, allWell()));
        assertEquals(new Answer.Ignored(Why.TOO_LONG), AdminFile.read(file, LONGEST - 1, allWell()));
    }

    @Test
    void whatCannotBeLookedAtIsNotRead() {
        assertEquals(new Answer.Ignored(Why.UNREADABLE), AdminFile.read(file, LONGEST, (_, _) -> {
            throw new IOException("No access");
        }));
    }

    @Test
    void onThisSystemAFileInAPersonsFolderIsNotTrusted() {
        Answer.Ignored ignored = assertInstanceOf(Answer.Ignored.class, AdminFile.read(file, LONGEST));
        assertTrue(Set.of(Why.NOT_AN_ADMINISTRATORS, Why.OTHERS_MAY_CHANGE_IT).contains(ignored.why()),
                ignored::toString);
    }

    @ParameterizedTest
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has none of these")
    @ValueSource(strings = {"/etc/passwd", "/bin/sh"})
    void onThisSystemAFileThatCameWithItIsTrusted(String known) {
        assertInstanceOf(Answer.Trusted.class, AdminFile.read(Path.of(known), Integer.MAX_VALUE - 8));
    }

    private Path temporaryRealPath() {
        return file.resolveSibling("").resolveSibling("");
    }

    private static WriteAccess allWell() {
        return (_, _) -> WriteAccess.Answer.ADMINISTRATORS_ONLY;
    }

    private static WriteAccess noting(List<Asked> asked) {
        return (place, part) -> {
            asked.add(new Asked(place, part));
            return WriteAccess.Answer.ADMINISTRATORS_ONLY;
        };
    }
}
