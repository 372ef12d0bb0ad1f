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
 * Owner and access list on Windows. The names of administrators differ from language to language, and Java shows no
 * numbers (SIDs) for them. So whoever owns Windows' own folder of programs, or may write to it, is an administrator:
 * besides TrustedInstaller, SYSTEM and the group Administrators that is nobody, and whoever else it were could do
 * anything on this computer. Java compares by number, not by name.
 */
final class WindowsWriteAccess implements WriteAccess {
    /** What leads from a folder to another content of what lies below it. */
    private static final Set<AclEntryPermission> EXCHANGING = Collections
            .unmodifiableSet(EnumSet.of(AclEntryPermission.DELETE, AclEntryPermission.DELETE_CHILD,
                    AclEntryPermission.WRITE_ACL, AclEntryPermission.WRITE_OWNER));
    /** The same, and what leads to another content at once. For a folder, the first two mean new files and folders. */
    private static final Set<AclEntryPermission> WRITING = Collections
            .unmodifiableSet(EnumSet.of(AclEntryPermission.WRITE_DATA, AclEntryPermission.APPEND_DATA,
                    AclEntryPermission.WRITE_NAMED_ATTRS, AclEntryPermission.WRITE_ATTRIBUTES,
                    AclEntryPermission.DELETE, AclEntryPermission.DELETE_CHILD, AclEntryPermission.WRITE_ACL,
                    AclEntryPermission.WRITE_OWNER));

    private final Path programs;

    /**
     * Makes it.
     *
     * @param programs Windows' own folder of programs
     */
    private WindowsWriteAccess(Path programs) {
        this.programs = programs;
    }

    /** Goes by the Windows that runs. */
    static WindowsWriteAccess ofThisComputer(FileSystem files) {
        String windows = Objects.requireNonNullElse(System.getenv("SystemRoot"), "C:\\Windows");
        return new WindowsWriteAccess(files.getPath(windows, "System32"));
    }

    @Override
    public Answer to(Path place, Part part) throws IOException {
        AclFileAttributeView own = view(programs);
        AclFileAttributeView view = view(place);
        return answer(view.getOwner(), view.getAcl(), part, administrators(own.getOwner(), own.getAcl()));
    }

    /** Who owns Windows' own programs, or may write to their folder. */
    static Set<UserPrincipal> administrators(UserPrincipal owner, List<AclEntry> list) {
        return Stream.concat(Stream.of(owner), writers(list, WRITING)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The answer to what stands on a file or folder. A list with nothing in it is what Java makes of no list at all,
     * where everybody may do everything, so it says nothing. Refusals in a list do not count: nobody is trusted on
     * account of one.
     */
    static Answer answer(UserPrincipal owner, List<AclEntry> list, Part part, Set<UserPrincipal> administrators) {
        if (list.isEmpty() || list.stream().anyMatch(WindowsWriteAccess::saysNothing)) {
            return Answer.NOBODY_KNOWS;
        }
        if (!administrators.contains(owner)) {
            return Answer.NOT_AN_ADMINISTRATORS;
        }
        Set<AclEntryPermission> dangerous = switch (part) {
            case CONTENT -> WRITING;
            case FOLDER_ABOVE -> EXCHANGING;
        };
        return administrators.containsAll(writers(list, dangerous).toList())
                ? Answer.ADMINISTRATORS_ONLY
                : Answer.OTHERS_TOO;
    }

    /** Whom a list lets do one of these things. */
    private static Stream<UserPrincipal> writers(List<AclEntry> list, Set<AclEntryPermission> dangerous) {
        return list.stream()
                .filter(WindowsWriteAccess::counts)
                .filter(entry -> !Collections.disjoint(entry.permissions(), dangerous))
                .map(AclEntry::principal);
    }

    /** True if an entry allows something here, and not only further down. */
    private static boolean counts(AclEntry entry) {
        return entry.type() == AclEntryType.ALLOW && !entry.flags().contains(AclEntryFlag.INHERIT_ONLY);
    }

    /** True if an entry allows something that Java does not show: "generic" rights, which may be any. */
    private static boolean saysNothing(AclEntry entry) {
        return counts(entry) && entry.permissions().isEmpty();
    }

    private static AclFileAttributeView view(Path place) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(place, AclFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            throw new IOException("No access lists here");
        }
        return view;
    }
}
