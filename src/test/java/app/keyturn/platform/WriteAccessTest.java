package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.platform.WriteAccess.Answer;
import app.keyturn.platform.WriteAccess.Part;
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

/** Who may write where, by what stands on a file: the rules of both kinds of systems, on any. */
class WriteAccessTest {
    private static final UserPrincipal INSTALLER = new Named("NT SERVICE\\TrustedInstaller");
    private static final UserPrincipal SYSTEM = new Named("NT-AUTORIT\u00c4T\\SYSTEM");
    private static final UserPrincipal ADMINISTRATORS = new Named("VORDEFINIERT\\Administratoren");
    private static final UserPrincipal USERS = new Named("VORDEFINIERT\\Benutzer");
    private static final Set<AclEntryPermission> ALL = EnumSet.allOf(AclEntryPermission.class);
    private static final Set<AclEntryPermission> READ = Set.of(AclEntryPermission.READ_DATA,
            AclEntryPermission.EXECUTE, AclEntryPermission.READ_ATTRIBUTES, AclEntryPermission.READ_NAMED_ATTRS,
            AclEntryPermission.READ_ACL, AclEntryPermission.SYNCHRONIZE);
    /** As Windows comes: the folder of its programs. */
    private static final Set<UserPrincipal> TRUSTED = WindowsWriteAccess.administrators(INSTALLER,
            List.of(allow(INSTALLER, ALL), allow(SYSTEM, ALL), allow(ADMINISTRATORS, ALL), allow(USERS, READ),
                    onlyBelow(new Named("ERSTELLER-BESITZER"), ALL)));
    /** As Windows comes: {@code C:\ProgramData}, where anybody may make files and folders of their own. */
    private static final List<AclEntry> PROGRAM_DATA = List.of(allow(SYSTEM, ALL), allow(ADMINISTRATORS, ALL),
            onlyBelow(new Named("ERSTELLER-BESITZER"), ALL), allow(USERS, READ),
            allow(USERS, Set.of(AclEntryPermission.WRITE_DATA, AclEntryPermission.APPEND_DATA,
                    AclEntryPermission.WRITE_NAMED_ATTRS, AclEntryPermission.WRITE_ATTRIBUTES)));

    private record Named(String name) implements UserPrincipal {
        @Override
        public String getName() {
            return name;
        }
    }

    @ParameterizedTest
    @CsvSource({"0,644,ADMINISTRATORS_ONLY", "0,600,ADMINISTRATORS_ONLY", "0,755,ADMINISTRATORS_ONLY",
            "0,664,OTHERS_TOO", "0,775,OTHERS_TOO", "0,646,OTHERS_TOO", "0,757,OTHERS_TOO", "0,777,OTHERS_TOO",
            "1000,644,NOT_AN_ADMINISTRATORS", "1,600,NOT_AN_ADMINISTRATORS", "65534,777,NOT_AN_ADMINISTRATORS"})
    void onLinuxAndMacOsOnlyRootMayOwnItAndNeitherGroupNorOthersMayWrite(int owner, String mode, Answer expected) {
        assertEquals(expected, UnixWriteAccess.answer(owner, Integer.parseInt(mode, 8)));
    }

    @Test
    void onWindowsAdministratorsAreWhoeverMayChangeWindowsInAnyLanguage() {
        assertEquals(Set.of(INSTALLER, SYSTEM, ADMINISTRATORS), TRUSTED);
    }

    @Test
    void onWindowsAFileForAdministratorsThatOthersMayReadIsTrusted() {
        List<AclEntry> list = List.of(allow(SYSTEM, ALL), allow(ADMINISTRATORS, ALL), allow(USERS, READ));
        for (Part part : Part.values()) {
            assertEquals(Answer.ADMINISTRATORS_ONLY,
                    WindowsWriteAccess.answer(ADMINISTRATORS, list, part, TRUSTED));
        }
    }

    @Test
    void onWindowsAPersonsOwnFileIsNotEvenIfItIsAnAdministratorWhoWroteIt() {
        UserPrincipal person = new Named("MAPLE\\kim");
        assertEquals(Answer.NOT_AN_ADMINISTRATORS,
                WindowsWriteAccess.answer(person, List.of(allow(ADMINISTRATORS, ALL)), Part.CONTENT, TRUSTED));
    }

    @Test
    void onWindowsTheFolderForAllUsersMayBeOnTheWayButNotHoldTheFile() {
        assertEquals(Answer.ADMINISTRATORS_ONLY,
                WindowsWriteAccess.answer(SYSTEM, PROGRAM_DATA, Part.FOLDER_ABOVE, TRUSTED));
        assertEquals(Answer.OTHERS_TOO, WindowsWriteAccess.answer(SYSTEM, PROGRAM_DATA, Part.CONTENT, TRUSTED));
    }

    @ParameterizedTest
    @EnumSource
    void onWindowsEachRightToWriteIsEnoughForOthersAndNoneToRead(AclEntryPermission right) {
        List<AclEntry> list = List.of(allow(ADMINISTRATORS, ALL), allow(USERS, Set.of(right)));
        Set<AclEntryPermission> exchanging = Set.of(AclEntryPermission.DELETE, AclEntryPermission.DELETE_CHILD,
                AclEntryPermission.WRITE_ACL, AclEntryPermission.WRITE_OWNER);
        assertEquals(READ.contains(right) ? Answer.ADMINISTRATORS_ONLY : Answer.OTHERS_TOO,
                WindowsWriteAccess.answer(ADMINISTRATORS, list, Part.CONTENT, TRUSTED));
        assertEquals(exchanging.contains(right) ? Answer.OTHERS_TOO : Answer.ADMINISTRATORS_ONLY,
                WindowsWriteAccess.answer(ADMINISTRATORS, list, Part.FOLDER_ABOVE, TRUSTED));
    }

    @Test
    void onWindowsARefusalTakesNoRightBack() {
        AclEntry refusal = AclEntry.newBuilder()
                .setType(AclEntryType.DENY)
                .setPrincipal(USERS)
                .setPermissions(ALL)
                .build();
        assertEquals(Answer.OTHERS_TOO, WindowsWriteAccess.answer(ADMINISTRATORS,
                List.of(refusal, allow(USERS, ALL)), Part.CONTENT, TRUSTED));
        assertEquals(Answer.ADMINISTRATORS_ONLY, WindowsWriteAccess.answer(ADMINISTRATORS,
                List.of(refusal, allow(ADMINISTRATORS, ALL)), Part.CONTENT, TRUSTED));
    }

    @Test
    void onWindowsNothingIsTrustedOfWhichNothingCanBeTold() {
        assertEquals(Answer.NOBODY_KNOWS,
                WindowsWriteAccess.answer(ADMINISTRATORS, List.of(), Part.CONTENT, TRUSTED));
        assertEquals(Answer.NOBODY_KNOWS, WindowsWriteAccess.answer(ADMINISTRATORS,
                List.of(allow(ADMINISTRATORS, ALL), allow(USERS, Set.of())), Part.CONTENT, TRUSTED));
    }

    private static AclEntry allow(UserPrincipal who, Set<AclEntryPermission> what, AclEntryFlag... flags) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(who)
                .setPermissions(what)
                .setFlags(Set.copyOf(Arrays.asList(flags)))
                .build();
    }

    private static AclEntry onlyBelow(UserPrincipal who, Set<AclEntryPermission> what) {
        return allow(who, what, AclEntryFlag.INHERIT_ONLY, AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
    }
}
