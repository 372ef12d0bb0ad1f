package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Which save was begun, and how far it got: enough to start again. It has no field for a secret.
 *
 * @param portal where the token was created
 * @param tenantName the organisation's name, without line breaks
 * @param tenantId the organisation's ID in Microsoft Entra
 * @param appName the app's name in Microsoft Entra
 * @param appObjectId the service principal's object ID
 * @param at by this computer's clock
 * @param step the last step that was begun
 * @param ended true if the save ended by itself without success; false if it was interrupted or is still running
 */
public record SaveNote(Portal portal, String tenantName, String tenantId, String appName, String appObjectId,
        Instant at, Step step, boolean ended) {
    public SaveNote {
        tenantName = Texts.plain(tenantName);
        appName = Texts.plain(appName);
    }

    /** A save that has not ended. */
    public SaveNote(Portal portal, String tenantName, String tenantId, String appName, String appObjectId, Instant at,
            Step step) {
        this(portal, tenantName, tenantId, appName, appObjectId, at, step, false);
    }

    /** The same save, ended without success. */
    public SaveNote asEnded() {
        return new SaveNote(portal, tenantName, tenantId, appName, appObjectId, at, step, true);
    }

    /** Whether both are for the same app, so that completing one completes the other. */
    public boolean isSameApp(SaveNote other) {
        return tenantId.equalsIgnoreCase(other.tenantId) && appObjectId.equalsIgnoreCase(other.appObjectId);
    }

    /** Identifies the app in a file name, whatever characters its IDs contain. */
    String fileKey() {
        String app = tenantId.toLowerCase(Locale.ROOT) + "/" + appObjectId.toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(app.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
