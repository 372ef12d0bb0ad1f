package app.keyturn.settings;

import app.keyturn.platform.TrustedFile;
import app.keyturn.settings.SettingsIssue.Fault;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The file with which an IT department sets something for all users of a computer: {@code keyturn.properties}, judged
 * like a person's own. It counts only if nobody but an administrator can have written it.
 *
 * @param path where it is, or would be
 * @param content what is there, and whether it may be trusted
 */
public record ManagedSettingsFile(Path path, Supplier<TrustedFile.Result> content) {
    private static final String NAME = "keyturn.properties";

    /** The file in a folder. */
    public static ManagedSettingsFile in(Path folder) {
        Path path = folder.resolve(NAME);
        return new ManagedSettingsFile(path, () -> TrustedFile.read(path, SettingsFile.LONGEST));
    }

    ParsedSettings read() {
        return switch (content.get()) {
            case TrustedFile.Result.None _ -> ParsedSettings.none();
            case TrustedFile.Result.Trusted trusted -> SettingsFile.parse(trusted.content());
            case TrustedFile.Result.Ignored ignored -> ParsedSettings.nothing(switch (ignored.reason()) {
                case NOT_OWNED_BY_ADMINISTRATORS -> Fault.NOT_AN_ADMINISTRATORS;
                case WRITABLE_BY_OTHERS -> Fault.OTHERS_MAY_CHANGE_IT;
                case UNKNOWN_WRITERS -> Fault.NOBODY_KNOWS_WHOSE;
                case TOO_LONG -> Fault.TOO_LONG;
                case UNREADABLE -> Fault.UNREADABLE;
            });
        };
    }
}
