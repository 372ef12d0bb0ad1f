package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Where a renewal was when it began to save: enough to begin again, and no room for a secret.
 *
 * @param portal where the token was made
 * @param tenantName what the organisation is called, fit to stand in a line
 * @param tenantId the organisation's id in Microsoft Entra
 * @param appName the app's name in Microsoft Entra
 * @param appObjectId the service principal's object id
 * @param at when, by this computer's clock
 * @param step the step that was begun last
 * @param ended true if it came to an end by itself, and not to a good one; false if it was cut off
 */
public record SaveNote(Portal portal, String tenantName, String tenantId, String appName, String appObjectId,
        Instant at, Step step, boolean ended) {
    public SaveNote {
        tenantName = Texts.plain(tenantName);
        appName = Texts.plain(appName);
    }

    /** Of a save that has not come to its end. */
    public SaveNote(Portal portal, String tenantName, String tenantId, String appName, String appObjectId, Instant at,
            Step step) {
        this(portal, tenantName, tenantId, appName, appObjectId, at, step, false);
    }

    /** The same, of a save that has come to an end which is not good. */
    public SaveNote asEnded() {
        return new SaveNote(portal, tenantName, tenantId, appName, appObjectId, at, step, true);
    }

    /** True if both are about the same app, so that finishing the one finishes the other. */
    public boolean isSameApp(SaveNote other) {
        return tenantId.equalsIgnoreCase(other.tenantId) && appObjectId.equalsIgnoreCase(other.appObjectId);
    }

    /** Stands for the app in a file's name, whatever its ids are made of: the same for the same app, and for no other. */
    String mark() {
        String app = tenantId.toLowerCase(Locale.ROOT) + "/" + appObjectId.toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(app.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
