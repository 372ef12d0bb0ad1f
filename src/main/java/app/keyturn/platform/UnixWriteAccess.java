package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Owner and permissions on Linux and macOS. Only {@code root}, by its number, is an administrator, and no group may
 * write, not even that of {@code root}: who is in a group is not looked up. A sticky folder is one that others may write
 * to. An access list on Linux shows in the group's permissions (acl(5), "Correspondence between ACL entries and file
 * permission bits"). Those of macOS ({@code chmod +a}) Java does not show; only {@code root} can put one on a file of
 * {@code root}'s.
 */
final class UnixWriteAccess implements WriteAccess {
    private static final int ROOT = 0;
    private static final int PERMISSIONS = 0777;

    @Override
    public Answer to(Path place, Part part) throws IOException {
        Map<String, Object> found = Files.readAttributes(place, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        return found.get("uid") instanceof Integer owner && found.get("mode") instanceof Integer mode
                ? answer(owner, mode & PERMISSIONS)
                : Answer.NOBODY_KNOWS;
    }

    /**
     * The answer to what stands on a file or folder.
     *
     * @param owner the number of its owner
     * @param mode its permissions, as {@code chmod} takes them
     */
    static Answer answer(int owner, int mode) {
        if (owner != ROOT) {
            return Answer.NOT_AN_ADMINISTRATORS;
        }
        return (mode & 022) == 0 ? Answer.ADMINISTRATORS_ONLY : Answer.OTHERS_TOO;
    }
}
