package app.keyturn.settings;

import app.keyturn.platform.TrustedFile;
import app.keyturn.settings.SettingsIssue.Fault;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * An administrator's settings for all users of a computer, in {@code keyturn.properties}. They are parsed like the
 * user's own, and count only if no other user can have written the file.
 *
 * @param path the file; it need not exist
 * @param content reads it, and checks whether it can be trusted
 */
public record ManagedSettingsFile(Path path, Supplier<TrustedFile.Result> content) {
    private static final String NAME = "keyturn.properties";

    /** The file in a folder. */
    public static ManagedSettingsFile in(Path folder) {
        Path path = folder.resolve(NAME);
        return new ManagedSettingsFile(path, () -> TrustedFile.read(path, SettingsFile.MAX_BYTES));
    }

    ParsedSettings read() {
        return switch (content.get()) {
            case TrustedFile.Result.None _ -> ParsedSettings.empty();
            case TrustedFile.Result.Trusted trusted -> SettingsFile.parse(trusted.content());
            case TrustedFile.Result.Ignored ignored -> ParsedSettings.unusable(switch (ignored.reason()) {
                case NOT_OWNED_BY_ADMINISTRATORS -> Fault.NOT_AN_ADMINISTRATORS;
                case WRITABLE_BY_OTHERS -> Fault.OTHERS_MAY_CHANGE_IT;
                case UNKNOWN_WRITERS -> Fault.NOBODY_KNOWS_WHOSE;
                case TOO_LONG -> Fault.TOO_LONG;
                case UNREADABLE -> Fault.UNREADABLE;
            });
        };
    }
}
