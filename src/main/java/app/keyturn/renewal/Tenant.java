package app.keyturn.renewal;

import java.util.List;
import java.util.Optional;

/**
 * An organisation in Microsoft Entra, as far as a renewal needs it.
 *
 * @param name its display name; empty if this account may not read it
 * @param search its apps that send accounts to Apple, and those named after Apple that have a connection of another
 *     kind; the likeliest first
 */
public record Tenant(Optional<String> name, SearchResult search) {
    /** An organisation whose apps are all known. */
    public Tenant(Optional<String> name, List<ProvisioningApp> apps) {
        this(name, SearchResult.of(apps));
    }

    /** The apps that were found; may be empty. */
    public List<ProvisioningApp> apps() {
        return search.apps();
    }

    /** The apps that may concern Apple and could not be read. */
    public List<UnreadApp> unread() {
        return search.unread();
    }
}
