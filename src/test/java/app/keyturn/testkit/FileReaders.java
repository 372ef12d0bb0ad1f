package app.keyturn.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Who may read a file, with POSIX permissions or access control lists. */
public final class FileReaders {
    private FileReaders() {}

    /**
     * Everyone who has access to a file or folder besides its owner, and besides the system and its administrators with
     * access control lists.
     *
     * @return names, or the permissions of group and others as in {@code ls}; empty if there is no one
     */
    public static List<String> besidesTheOwner(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            String others = PosixFilePermissions.toString(posix.readAttributes().permissions()).substring(3);
            return others.equals("------") ? List.of() : List.of(others);
        }
        AclFileAttributeView list = Files.getFileAttributeView(file, AclFileAttributeView.class);
        String owner = list.getOwner().getName();
        return list.getAcl()
                .stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW
                        && entry.permissions().contains(AclEntryPermission.READ_DATA))
                .map(entry -> entry.principal().getName())
                .filter(name -> !name.equals(owner) && !name.endsWith("\\SYSTEM") && !name.endsWith("\\Administrators"))
                .toList();
    }
}
