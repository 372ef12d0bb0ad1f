package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reason for a file that could not be written, on disks in memory. */
class WriteFaultTest {
    private final IOException refused = cause(new AccessDeniedException("receipt.html"));
    private static final int BIG = 1024 * 1024;

    @Test
    void aFullDisk() throws IOException {
        assertEquals(WriteFault.NO_SPACE, on(1024, cause(new IOException("No space left on device"))));
    }

    @Test
    void aFolderWithoutAccessOrAFileThatIsOpenElsewhere() throws IOException {
        assertEquals(WriteFault.NO_ACCESS, on(BIG, refused));
        assertEquals(WriteFault.NO_ACCESS, on(BIG, cause(new FileSystemException("receipt.html", null,
                "The process cannot access the file because it is being used by another process"))));
    }

    @Test
    void aFolderThatIsNotThere() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            assertEquals(WriteFault.GONE, WriteFault.of(refused, disk.getPath("/stick/receipt.html")));
            assertEquals(WriteFault.GONE, WriteFault.of(refused, disk.getPath("/")));
        }
    }

    @Test
    void anErrorOfTheDisk() throws IOException {
        assertEquals(WriteFault.OTHER, on(BIG, cause(new IOException("Input/output error"))));
    }

    private static WriteFault on(long bytes, IOException thrown) throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix()
                .toBuilder()
                .setBlockSize(512)
                .setMaxSize(bytes)
                .build())) {
            Path folder = Files.createDirectory(disk.getPath("/folder"));
            return WriteFault.of(thrown, folder.resolve("receipt.html"));
        }
    }

    /** As {@code AtomicFile} reports it. */
    private static IOException cause(IOException reason) {
        FileSystemException exception = new FileSystemException("receipt.html", null, "not written");
        exception.initCause(reason);
        return exception;
    }
}
