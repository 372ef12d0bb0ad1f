package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.platform.WriteAccess.Part;
import app.keyturn.platform.WriteAccess.Writers;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may write, by owner and permissions: the rules for Unix and Windows, tested on any system. */
class WriteAccessTest {
    private static final UserPrincipal INSTALLER = new Account("NT SERVICE\\TrustedInstaller");
    private static final UserPrincipal SYSTEM = new Account("NT-AUTORIT\u00c4T\\SYSTEM");
    private static final UserPrincipal ADMINISTRATORS = new Account("VORDEFINIERT\\Administratoren");
    private static final UserPrincipal USERS = new Account("VORDEFINIERT\\Benutzer");
    private static final Set<AclEntryPermission> ALL = EnumSet.allOf(AclEntryPermission.class);
    private static final Set<AclEntryPermission> READ = Set.of(AclEntryPermission.READ_DATA,
            AclEntryPermission.EXECUTE, AclEntryPermission.READ_ATTRIBUTES, AclEntryPermission.READ_NAMED_ATTRS,
            AclEntryPermission.READ_ACL, AclEntryPermission.SYNCHRONIZE);
    /** The System32 folder of a new Windows. */
    private static final Set<UserPrincipal> TRUSTED_ACCOUNTS = WindowsWriteAccess.administrators(INSTALLER,
            List.of(allow(INSTALLER, ALL), allow(SYSTEM, ALL), allow(ADMINISTRATORS, ALL), allow(USERS, READ),
                    inheritOnly(new Account("ERSTELLER-BESITZER"), ALL)));
    /** {@code C:\ProgramData} of a new Windows, where every user may create files and folders. */
    private static final List<AclEntry> PROGRAM_DATA = List.of(allow(SYSTEM, ALL), allow(ADMINISTRATORS, ALL),
            inheritOnly(new Account("ERSTELLER-BESITZER"), ALL), allow(USERS, READ),
            allow(USERS, Set.of(AclEntryPermission.WRITE_DATA, AclEntryPermission.APPEND_DATA,
                    AclEntryPermission.WRITE_NAMED_ATTRS, AclEntryPermission.WRITE_ATTRIBUTES)));

    private record Account(String name) implements UserPrincipal {
        @Override
        public String getName() {
            return name;
        }
    }

    @ParameterizedTest
    @CsvSource({"0,644,ADMINISTRATORS_ONLY", "0,600,ADMINISTRATORS_ONLY", "0,755,ADMINISTRATORS_ONLY",
            "0,664,OTHERS_TOO", "0,775,OTHERS_TOO", "0,646,OTHERS_TOO", "0,757,OTHERS_TOO", "0,777,OTHERS_TOO",
            "1000,644,NOT_OWNED_BY_ADMINISTRATORS", "1,600,NOT_OWNED_BY_ADMINISTRATORS",
            "65534,777,NOT_OWNED_BY_ADMINISTRATORS"})
    void onLinuxAndMacOsOnlyRootMayOwnItAndNeitherGroupNorOthersMayWrite(int owner, String mode, Writers expected) {
        assertEquals(expected, UnixWriteAccess.writers(owner, Integer.parseInt(mode, 8)));
    }

    @Test
    void onWindowsAdministratorsAreThoseWhoMayChangeWindowsInAnyLanguage() {
        assertEquals(Set.of(INSTALLER, SYSTEM, ADMINISTRATORS), TRUSTED_ACCOUNTS);
    }

    @Test
    void onWindowsAFileThatOnlyAdministratorsMayWriteIsTrusted() {
        List<AclEntry> list = List.of(allow(SYSTEM, ALL), allow(ADMINISTRATORS, ALL), allow(USERS, READ));
        for (Part part : Part.values()) {
            assertEquals(Writers.ADMINISTRATORS_ONLY,
                    WindowsWriteAccess.writers(ADMINISTRATORS, list, part, TRUSTED_ACCOUNTS));
        }
    }

    @Test
    void onWindowsAFileOwnedByAUserIsNotTrustedEvenIfTheUserIsAnAdministrator() {
        UserPrincipal user = new Account("MAPLE\\kim");
        assertEquals(Writers.NOT_OWNED_BY_ADMINISTRATORS,
                WindowsWriteAccess.writers(user, List.of(allow(ADMINISTRATORS, ALL)), Part.CONTENT, TRUSTED_ACCOUNTS));
    }

    @Test
    void onWindowsTheFolderForAllUsersMayBeAnAncestorButNotHoldTheFile() {
        assertEquals(Writers.ADMINISTRATORS_ONLY,
                WindowsWriteAccess.writers(SYSTEM, PROGRAM_DATA, Part.ANCESTOR, TRUSTED_ACCOUNTS));
        assertEquals(Writers.OTHERS_TOO,
                WindowsWriteAccess.writers(SYSTEM, PROGRAM_DATA, Part.CONTENT, TRUSTED_ACCOUNTS));
    }

    @ParameterizedTest
    @EnumSource
    void onWindowsAnyRightToWriteIsTooMuchForOthersAndReadingIsNot(AclEntryPermission right) {
        List<AclEntry> list = List.of(allow(ADMINISTRATORS, ALL), allow(USERS, Set.of(right)));
        Set<AclEntryPermission> replacing = Set.of(AclEntryPermission.DELETE, AclEntryPermission.DELETE_CHILD,
                AclEntryPermission.WRITE_ACL, AclEntryPermission.WRITE_OWNER);
        assertEquals(READ.contains(right) ? Writers.ADMINISTRATORS_ONLY : Writers.OTHERS_TOO,
                WindowsWriteAccess.writers(ADMINISTRATORS, list, Part.CONTENT, TRUSTED_ACCOUNTS));
        assertEquals(replacing.contains(right) ? Writers.OTHERS_TOO : Writers.ADMINISTRATORS_ONLY,
                WindowsWriteAccess.writers(ADMINISTRATORS, list, Part.ANCESTOR, TRUSTED_ACCOUNTS));
    }

    @Test
    void onWindowsADenyEntryDoesNotCancelAnAllowEntry() {
        AclEntry deny = AclEntry.newBuilder()
                .setType(AclEntryType.DENY)
                .setPrincipal(USERS)
                .setPermissions(ALL)
                .build();
        assertEquals(Writers.OTHERS_TOO, WindowsWriteAccess.writers(ADMINISTRATORS,
                List.of(deny, allow(USERS, ALL)), Part.CONTENT, TRUSTED_ACCOUNTS));
        assertEquals(Writers.ADMINISTRATORS_ONLY, WindowsWriteAccess.writers(ADMINISTRATORS,
                List.of(deny, allow(ADMINISTRATORS, ALL)), Part.CONTENT, TRUSTED_ACCOUNTS));
    }

    @Test
    void onWindowsUnknownPermissionsAreNotTrusted() {
        assertEquals(Writers.UNKNOWN,
                WindowsWriteAccess.writers(ADMINISTRATORS, List.of(), Part.CONTENT, TRUSTED_ACCOUNTS));
        assertEquals(Writers.UNKNOWN, WindowsWriteAccess.writers(ADMINISTRATORS,
                List.of(allow(ADMINISTRATORS, ALL), allow(USERS, Set.of())), Part.CONTENT, TRUSTED_ACCOUNTS));
    }

    private static AclEntry allow(UserPrincipal account, Set<AclEntryPermission> permissions, AclEntryFlag... flags) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(account)
                .setPermissions(permissions)
                .setFlags(Set.copyOf(Arrays.asList(flags)))
                .build();
    }

    private static AclEntry inheritOnly(UserPrincipal account, Set<AclEntryPermission> permissions) {
        return allow(account, permissions, AclEntryFlag.INHERIT_ONLY, AclEntryFlag.FILE_INHERIT,
                AclEntryFlag.DIRECTORY_INHERIT);
    }
}
