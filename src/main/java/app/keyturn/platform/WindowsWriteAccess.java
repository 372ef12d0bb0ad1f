package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Owner and access list on Windows. Names of administrators differ between languages, and Java does not show their
 * numbers (SIDs). So an administrator is anyone who owns Windows' System32 folder or may write to it: TrustedInstaller,
 * SYSTEM and the group Administrators. Any other account there could do anything on this computer anyway. Java compares
 * accounts by number, not by name.
 */
final class WindowsWriteAccess implements WriteAccess {
    /** Permissions on a folder that allow replacing its content. */
    private static final Set<AclEntryPermission> REPLACE = Collections
            .unmodifiableSet(EnumSet.of(AclEntryPermission.DELETE, AclEntryPermission.DELETE_CHILD,
                    AclEntryPermission.WRITE_ACL, AclEntryPermission.WRITE_OWNER));
    /** The same, and those that change content directly. For a folder, the first two mean new files and folders. */
    private static final Set<AclEntryPermission> WRITE = Collections
            .unmodifiableSet(EnumSet.of(AclEntryPermission.WRITE_DATA, AclEntryPermission.APPEND_DATA,
                    AclEntryPermission.WRITE_NAMED_ATTRS, AclEntryPermission.WRITE_ATTRIBUTES,
                    AclEntryPermission.DELETE, AclEntryPermission.DELETE_CHILD, AclEntryPermission.WRITE_ACL,
                    AclEntryPermission.WRITE_OWNER));

    private final Path systemFolder;

    private WindowsWriteAccess(Path systemFolder) {
        this.systemFolder = systemFolder;
    }

    /** Compares with the System32 folder of the running Windows. */
    static WindowsWriteAccess ofThisComputer(FileSystem files) {
        String windows = Objects.requireNonNullElse(System.getenv("SystemRoot"), "C:\\Windows");
        return new WindowsWriteAccess(files.getPath(windows, "System32"));
    }

    @Override
    public Writers of(Path path, Part part) throws IOException {
        AclFileAttributeView system = aclOf(systemFolder);
        AclFileAttributeView acl = aclOf(path);
        return writers(acl.getOwner(), acl.getAcl(), part, administrators(system.getOwner(), system.getAcl()));
    }

    /** The owner of the System32 folder, and everyone who may write to it. */
    static Set<UserPrincipal> administrators(UserPrincipal owner, List<AclEntry> acl) {
        return Stream.concat(Stream.of(owner), allowed(acl, WRITE)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Who may write to a file or folder. Java shows a missing list, which allows everything to everyone, as an empty
     * one, so an empty list means unknown. Deny entries do not count: none of them makes an account trusted.
     */
    static Writers writers(UserPrincipal owner, List<AclEntry> acl, Part part, Set<UserPrincipal> administrators) {
        if (acl.isEmpty() || acl.stream().anyMatch(WindowsWriteAccess::isOpaque)) {
            return Writers.UNKNOWN;
        }
        if (!administrators.contains(owner)) {
            return Writers.NOT_OWNED_BY_ADMINISTRATORS;
        }
        Set<AclEntryPermission> dangerous = switch (part) {
            case CONTENT -> WRITE;
            case ANCESTOR -> REPLACE;
        };
        return administrators.containsAll(allowed(acl, dangerous).toList())
                ? Writers.ADMINISTRATORS_ONLY
                : Writers.OTHERS_TOO;
    }

    /** The accounts that a list grants any of these permissions. */
    private static Stream<UserPrincipal> allowed(List<AclEntry> acl, Set<AclEntryPermission> permissions) {
        return acl.stream()
                .filter(WindowsWriteAccess::allowsHere)
                .filter(entry -> !Collections.disjoint(entry.permissions(), permissions))
                .map(AclEntry::principal);
    }

    /** Whether an entry allows something here, and not only further down. */
    private static boolean allowsHere(AclEntry entry) {
        return entry.type() == AclEntryType.ALLOW && !entry.flags().contains(AclEntryFlag.INHERIT_ONLY);
    }

    /** Whether an entry allows something that Java does not show: "generic" rights, which may be any. */
    private static boolean isOpaque(AclEntry entry) {
        return allowsHere(entry) && entry.permissions().isEmpty();
    }

    private static AclFileAttributeView aclOf(Path path) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            throw new IOException("This file system has no access lists");
        }
        return view;
    }
}
