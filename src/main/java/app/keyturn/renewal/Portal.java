package app.keyturn.renewal;

import java.net.URI;

/**
 * The two Apple sites that issue tokens, and the address that each one's accounts are sent to.
 *
 * <p>Addresses: Apple, "Sync users from Microsoft Entra ID",
 * support.apple.com/guide/apple-business-manager/axmd88331cd6. Apple Business Manager became Apple Business in April
 * 2026; its address stayed the same.
 */
public enum Portal {
    /** Apple School Manager. */
    SCHOOL("https://school.apple.com", "https://federation.apple.com/feeds/school/scim"),
    /** Apple Business, and Apple Business Manager before it. */
    BUSINESS("https://business.apple.com", "https://federation.apple.com/feeds/business/scim");

    private final String site;
    private final String tenantUrl;

    Portal(String site, String tenantUrl) {
        this.site = site;
        this.tenantUrl = tenantUrl;
    }

    /** Where the user signs in to this portal. */
    public URI site() {
        return URI.create(site);
    }

    /** The address that Microsoft sends this portal's accounts to: Entra's <em>Tenant URL</em>. */
    public TenantUrl tenantUrl() {
        return new TenantUrl(tenantUrl);
    }
}
