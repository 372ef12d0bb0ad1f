package app.keyturn.aftercare;

import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import java.time.Instant;

/**
 * One organisation in the expiry book: what was renewed there last, and until when it holds. It has no room for a
 * secret.
 *
 * @param portal where the token was made
 * @param tenantName what the organisation is called, fit to stand in a line
 * @param tenantId the organisation's id in Microsoft Entra
 * @param appName the app's name in Microsoft Entra
 * @param appObjectId the service principal's object id
 * @param renewedBy the sign-in name of who renewed
 * @param renewedAt when, by this computer's clock
 * @param expiry when the token runs out, and how that is known
 */
public record ExpiryEntry(Portal portal, String tenantName, String tenantId, String appName, String appObjectId,
        String renewedBy, Instant renewedAt, Expiry expiry) {
    public ExpiryEntry {
        tenantName = Texts.plain(tenantName);
        appName = Texts.plain(appName);
        renewedBy = Texts.plain(renewedBy);
    }

    /** True if both are about the same organisation and the same portal, so that the later one counts. */
    boolean replaces(ExpiryEntry other) {
        return portal == other.portal && tenantId.equalsIgnoreCase(other.tenantId);
    }
}
