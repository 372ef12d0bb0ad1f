package app.keyturn.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Owner and permissions on Linux and macOS. Only {@code root}, by its number, is an administrator, and no group may
 * write, not even that of {@code root}: members of a group are not looked up. A sticky folder counts as writable by
 * others. A Linux access list shows in the group permissions (acl(5), "Correspondence between ACL entries and file
 * permission bits"). Java does not show those of macOS ({@code chmod +a}); only {@code root} can put one on a file that
 * {@code root} owns.
 */
final class UnixWriteAccess implements WriteAccess {
    private static final int ROOT = 0;
    private static final int PERMISSIONS = 0777;
    private static final int WRITABLE_BY_GROUP_OR_OTHERS = 022;

    @Override
    public Writers of(Path path, Part part) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        return attributes.get("uid") instanceof Integer owner && attributes.get("mode") instanceof Integer mode
                ? writers(owner, mode & PERMISSIONS)
                : Writers.UNKNOWN;
    }

    /**
     * Who may write to a file or folder.
     *
     * @param owner the owner's user ID
     * @param mode permissions as for {@code chmod}
     */
    static Writers writers(int owner, int mode) {
        if (owner != ROOT) {
            return Writers.NOT_OWNED_BY_ADMINISTRATORS;
        }
        return (mode & WRITABLE_BY_GROUP_OR_OTHERS) == 0 ? Writers.ADMINISTRATORS_ONLY : Writers.OTHERS_TOO;
    }
}
