package app.keyturn.renewal;

import java.util.List;
import java.util.Optional;

/**
 * An organisation in Microsoft Entra, as far as a renewal needs it.
 *
 * @param name its display name; empty if this account may not read it
 * @param apps the apps that send accounts to Apple, and those named after Apple that have a connection of another kind,
 *     in Microsoft's order; may be empty
 */
public record Tenant(Optional<String> name, List<ProvisioningApp> apps) {
    public Tenant {
        apps = List.copyOf(apps);
    }
}
