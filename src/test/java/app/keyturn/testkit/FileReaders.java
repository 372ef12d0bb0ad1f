package app.keyturn.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who may read a file, with POSIX permissions or access control lists. */
public final class FileReaders {
    private FileReaders() {}

    /**
     * Everyone who has access to a file or folder besides its owner. With access control lists, besides the present user
     * as well, and the system and its administrators: what an administrator creates belongs to all of them ("System
     * objects: Default owner for objects created by members of the Administrators group", Microsoft Learn).
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
        Set<UserPrincipal> own = new HashSet<>(List.of(list.getOwner(), file.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"))));
        return list.getAcl()
                .stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW
                        && entry.permissions().contains(AclEntryPermission.READ_DATA))
                .map(AclEntry::principal)
                .filter(reader -> !own.contains(reader))
                .map(UserPrincipal::getName)
                .filter(name -> !name.endsWith("\\SYSTEM") && !name.endsWith("\\Administrators"))
                .toList();
    }
}
