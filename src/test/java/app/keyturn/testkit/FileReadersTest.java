package app.keyturn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With access control lists, on every system. */
class FileReadersTest {
    private static final String USER = System.getProperty("user.name");

    @Test
    void whatAnAdministratorCreatesBelongsToAllOfThemAndIsForTheUserAllTheSame() throws IOException {
        assertEquals(List.of(), besidesTheOwner("BUILTIN\\Administrators", USER, "BUILTIN\\Administrators",
                "NT AUTHORITY\\SYSTEM"));
    }

    @Test
    void othersAreTold() throws IOException {
        assertEquals(List.of("BUILTIN\\Users", "Everyone"),
                besidesTheOwner(USER, USER, "BUILTIN\\Users", "NT AUTHORITY\\SYSTEM", "Everyone"));
    }

    private static List<String> besidesTheOwner(String owner, String... readers) throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(
                Configuration.windows().toBuilder().setAttributeViews("basic", "owner", "acl").build())) {
            Path file = Files.createFile(disk.getPath("C:\\file"));
            AclFileAttributeView list = Files.getFileAttributeView(file, AclFileAttributeView.class);
            list.setOwner(disk.getUserPrincipalLookupService().lookupPrincipalByName(owner));
            list.setAcl(Stream.of(readers).map(reader -> entry(reader, disk)).toList());
            return FileReaders.besidesTheOwner(file);
        }
    }

    private static AclEntry entry(String reader, FileSystem disk) {
        try {
            return AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(disk.getUserPrincipalLookupService().lookupPrincipalByName(reader))
                    .setPermissions(AclEntryPermission.READ_DATA)
                    .build();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
