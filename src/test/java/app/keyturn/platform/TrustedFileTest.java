package app.keyturn.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.platform.TrustedFile.Reason;
import app.keyturn.platform.TrustedFile.Result;
import app.keyturn.platform.WriteAccess.Part;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file for all users: the way to it is asked about by a stand-in, so that any system and any user can run this. */
class TrustedFileTest {
    private static final int LONGEST = 10;
    private static final Map<WriteAccess.Answer, Reason> DOUBTS = Map.of(WriteAccess.Answer.NOT_AN_ADMINISTRATORS,
            Reason.NOT_AN_ADMINISTRATORS, WriteAccess.Answer.OTHERS_TOO, Reason.OTHERS_MAY_CHANGE_IT,
            WriteAccess.Answer.NOBODY_KNOWS, Reason.NOBODY_KNOWS);

    /** A part of the way, and what was asked about it. */
    private record Asked(Path place, Part part) {}

    @TempDir
    private Path temporary;
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = written(temporary.toRealPath().resolve("keyturn"));
    }

    private static Path written(Path folder) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve("keyturn.properties"), "0123456789");
    }

    @Test
    void anAdministratorsFileIsRead() {
        assertArrayEquals("0123456789".getBytes(UTF_8),
                assertInstanceOf(Result.Trusted.class, TrustedFile.read(file, LONGEST, allWell())).content());
    }

    @Test
    void everyFolderOfTheWayIsAskedAbout() {
        List<Asked> asked = new ArrayList<>();
        TrustedFile.read(file, LONGEST, noting(asked));
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
                assertEquals(new Result.Ignored(why), TrustedFile.read(file, LONGEST,
                        (asked, _) -> asked.equals(doubtful) ? answer : WriteAccess.Answer.ADMINISTRATORS_ONLY),
                        () -> doubtful + ": " + answer);
            }
        });
    }

    @Test
    void ofALinkBothTheFolderItIsInAndTheWayToItsEndAreLookedAt() throws IOException {
        try (FileSystem disk = diskWithLinks()) {
            Path real = written(disk.getPath("/etc/keyturn"));
            Path links = Files.createDirectory(disk.getPath("/links"));
            Path link = Files.createSymbolicLink(links.resolve("keyturn.properties"), real);
            List<Asked> asked = new ArrayList<>();
            assertInstanceOf(Result.Trusted.class, TrustedFile.read(link, LONGEST, noting(asked)));
            assertTrue(asked.containsAll(List.of(new Asked(links, Part.CONTENT), new Asked(real, Part.CONTENT),
                    new Asked(disk.getPath("/etc/keyturn"), Part.CONTENT))), asked::toString);
            Path folder = Files.createSymbolicLink(disk.getPath("/folder"), disk.getPath("/etc/keyturn"));
            assertEquals(new Result.Ignored(Reason.OTHERS_MAY_CHANGE_IT),
                    TrustedFile.read(folder.resolve("keyturn.properties"), LONGEST, (place, _) -> place.equals(real)
                            ? WriteAccess.Answer.OTHERS_TOO
                            : WriteAccess.Answer.ADMINISTRATORS_ONLY));
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsToldFromNoFile() throws IOException {
        try (FileSystem disk = diskWithLinks()) {
            Path link = Files.createSymbolicLink(disk.getPath("/link"), disk.getPath("/nowhere"));
            assertEquals(new Result.Ignored(Reason.UNREADABLE), TrustedFile.read(link, LONGEST, allWell()));
        }
    }

    @Test
    void noFileAndNoFolderIsNothing() {
        assertEquals(new Result.None(), TrustedFile.read(file.resolveSibling("other"), LONGEST, allWell()));
        assertEquals(new Result.None(), TrustedFile.read(temporary.resolve("no/folder"), LONGEST, allWell()));
    }

    @Test
    void aFolderIsNoFileAndALongerFileIsNotRead() {
        assertEquals(new Result.Ignored(Reason.UNREADABLE),
                TrustedFile.read(file.resolveSibling(""), LONGEST, allWell()));
        assertEquals(new Result.Ignored(Reason.TOO_LONG), TrustedFile.read(file, LONGEST - 1, allWell()));
    }

    @Test
    void whatCannotBeLookedAtIsNotRead() {
        assertEquals(new Result.Ignored(Reason.UNREADABLE), TrustedFile.read(file, LONGEST, (_, _) -> {
            throw new IOException("No access");
        }));
    }

    @Test
    void onThisSystemAFileInAPersonsFolderIsNotTrusted() {
        Result.Ignored ignored = assertInstanceOf(Result.Ignored.class, TrustedFile.read(file, LONGEST));
        assertTrue(Set.of(Reason.NOT_AN_ADMINISTRATORS, Reason.OTHERS_MAY_CHANGE_IT).contains(ignored.why()),
                ignored::toString);
    }

    @Test
    void onThisSystemFilesThatCameWithItAreTrusted() {
        String windows = Optional.ofNullable(System.getenv("SystemRoot")).orElse("C:\\Windows");
        List<Path> known = Stream.of("/etc/passwd", "/bin/sh", windows + "\\System32\\drivers\\etc\\hosts")
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        assertFalse(known.isEmpty());
        known.forEach(each -> assertInstanceOf(Result.Trusted.class, TrustedFile.read(each, Integer.MAX_VALUE - 8),
                each::toString));
    }

    /** In memory, since on Windows few people have the right to make links. */
    private static FileSystem diskWithLinks() {
        return Jimfs.newFileSystem(Configuration.unix());
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
