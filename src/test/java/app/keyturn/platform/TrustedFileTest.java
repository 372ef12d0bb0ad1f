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

/** Reads a file for all users, with a fake for who may write, so that these tests run on any system for any user. */
class TrustedFileTest {
    private static final int MAX_BYTES = 10;
    private static final Map<WriteAccess.Writers, Reason> REASONS = Map.of(
            WriteAccess.Writers.NOT_OWNED_BY_ADMINISTRATORS,
            Reason.NOT_OWNED_BY_ADMINISTRATORS, WriteAccess.Writers.OTHERS_TOO, Reason.WRITABLE_BY_OTHERS,
            WriteAccess.Writers.UNKNOWN, Reason.UNKNOWN_WRITERS);

    /** One call to find out who may write. */
    private record Check(Path path, Part part) {}

    @TempDir private Path temporary;
    @SuppressWarnings("NullAway.Init") private Path file;

    @BeforeEach
    void createFile() throws IOException {
        file = writeFile(temporary.toRealPath().resolve("keyturn"));
    }

    private static Path writeFile(Path folder) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve("keyturn.properties"), "0123456789");
    }

    @Test
    void anAdministratorsFileIsRead() {
        assertArrayEquals("0123456789".getBytes(UTF_8),
                assertInstanceOf(Result.Trusted.class, TrustedFile.read(file, MAX_BYTES, administratorsOnly()))
                        .content());
    }

    @Test
    void everyFolderOfThePathIsChecked() {
        List<Check> checks = new ArrayList<>();
        TrustedFile.read(file, MAX_BYTES, recording(checks));
        List<Check> expected = new ArrayList<>(List.of(new Check(file, Part.CONTENT),
                new Check(file.resolveSibling(""), Part.CONTENT)));
        for (Path above = temporaryRealPath(); above != null; above = above.getParent()) {
            expected.add(new Check(above, Part.ANCESTOR));
        }
        assertTrue(checks.containsAll(expected), () -> expected + " in " + checks);
    }

    @Test
    void oneUntrustedPartOfThePathIsEnough() {
        REASONS.forEach((writers, reason) -> {
            for (Path path = file; path != null; path = path.getParent()) {
                Path untrusted = path;
                assertEquals(new Result.Ignored(reason), TrustedFile.read(file, MAX_BYTES,
                        (checked, _) -> checked.equals(untrusted) ? writers : WriteAccess.Writers.ADMINISTRATORS_ONLY),
                        () -> untrusted + ": " + writers);
            }
        });
    }

    @Test
    void theFolderOfALinkAndThePathOfItsTargetAreBothChecked() throws IOException {
        try (FileSystem disk = diskWithLinks()) {
            Path real = writeFile(disk.getPath("/etc/keyturn"));
            Path links = Files.createDirectory(disk.getPath("/links"));
            Path link = Files.createSymbolicLink(links.resolve("keyturn.properties"), real);
            List<Check> checks = new ArrayList<>();
            assertInstanceOf(Result.Trusted.class, TrustedFile.read(link, MAX_BYTES, recording(checks)));
            assertTrue(checks.containsAll(List.of(new Check(links, Part.CONTENT), new Check(real, Part.CONTENT),
                    new Check(disk.getPath("/etc/keyturn"), Part.CONTENT))), checks::toString);
            Path folder = Files.createSymbolicLink(disk.getPath("/folder"), disk.getPath("/etc/keyturn"));
            assertEquals(new Result.Ignored(Reason.WRITABLE_BY_OTHERS),
                    TrustedFile.read(folder.resolve("keyturn.properties"), MAX_BYTES, (path, _) -> path.equals(real)
                            ? WriteAccess.Writers.OTHERS_TOO
                            : WriteAccess.Writers.ADMINISTRATORS_ONLY));
        }
    }

    @Test
    void aBrokenLinkIsNotTheSameAsNoFile() throws IOException {
        try (FileSystem disk = diskWithLinks()) {
            Path link = Files.createSymbolicLink(disk.getPath("/link"), disk.getPath("/nowhere"));
            assertEquals(new Result.Ignored(Reason.UNREADABLE),
                    TrustedFile.read(link, MAX_BYTES, administratorsOnly()));
        }
    }

    @Test
    void aMissingFileOrFolderIsReportedAsNone() {
        assertEquals(new Result.None(),
                TrustedFile.read(file.resolveSibling("other"), MAX_BYTES, administratorsOnly()));
        assertEquals(new Result.None(),
                TrustedFile.read(temporary.resolve("no/folder"), MAX_BYTES, administratorsOnly()));
    }

    @Test
    void aFolderOrATooLongFileIsIgnored() {
        assertEquals(new Result.Ignored(Reason.UNREADABLE),
                TrustedFile.read(file.resolveSibling(""), MAX_BYTES, administratorsOnly()));
        assertEquals(new Result.Ignored(Reason.TOO_LONG), TrustedFile.read(file, MAX_BYTES - 1, administratorsOnly()));
    }

    @Test
    void aFileWhoseOwnerCannotBeReadIsIgnored() {
        assertEquals(new Result.Ignored(Reason.UNREADABLE), TrustedFile.read(file, MAX_BYTES, (_, _) -> {
            throw new IOException("No access");
        }));
    }

    @Test
    void onThisSystemAFileInAUsersFolderIsNotTrusted() {
        Result.Ignored ignored = assertInstanceOf(Result.Ignored.class, TrustedFile.read(file, MAX_BYTES));
        assertTrue(Set.of(Reason.NOT_OWNED_BY_ADMINISTRATORS, Reason.WRITABLE_BY_OTHERS).contains(ignored.reason()),
                ignored::toString);
    }

    @Test
    void onThisSystemFilesOfTheSystemAreTrusted() {
        String windows = Optional.ofNullable(System.getenv("SystemRoot")).orElse("C:\\Windows");
        List<Path> known = Stream.of("/etc/passwd", "/bin/sh", windows + "\\System32\\drivers\\etc\\hosts")
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        assertFalse(known.isEmpty());
        known.forEach(each -> assertInstanceOf(Result.Trusted.class, TrustedFile.read(each, Integer.MAX_VALUE - 8),
                each::toString));
    }

    /** In memory, since few Windows users may create links. */
    private static FileSystem diskWithLinks() {
        return Jimfs.newFileSystem(Configuration.unix());
    }

    private Path temporaryRealPath() {
        return file.resolveSibling("").resolveSibling("");
    }

    private static WriteAccess administratorsOnly() {
        return (_, _) -> WriteAccess.Writers.ADMINISTRATORS_ONLY;
    }

    private static WriteAccess recording(List<Check> checks) {
        return (path, part) -> {
            checks.add(new Check(path, part));
            return WriteAccess.Writers.ADMINISTRATORS_ONLY;
        };
    }
}
