package app.keyturn.records;

import app.keyturn.renewal.Portal;
import java.util.Locale;

/**
 * Which app was renewed: what entries of the expiry book and series of reminders belong to. An organisation can have
 * several apps for one portal.
 *
 * @param tenantId in lower case; empty if it is not known
 * @param appObjectId in lower case; empty if it is not known, as in old files and in renewals by hand
 */
record RenewedApp(Portal portal, String tenantId, String appObjectId) {
    RenewedApp {
        tenantId = tenantId.toLowerCase(Locale.ROOT);
        appObjectId = appObjectId.toLowerCase(Locale.ROOT);
    }

    static RenewedApp of(RenewalRecord record) {
        return new RenewedApp(record.portal(), record.signedIn().map(who -> who.account().tenantId()).orElse(""),
                record.app().map(RenewalRecord.EnterpriseApp::objectId).orElse(""));
    }

    /** Whether organisation and app are both known. */
    boolean isKnown() {
        return !tenantId.isEmpty() && !appObjectId.isEmpty();
    }

    /** The same organisation and portal, without the app. */
    RenewedApp anyApp() {
        return new RenewedApp(portal, tenantId, "");
    }
}
