package app.keyturn.renewal;

import java.util.List;
import java.util.Optional;

/**
 * An enterprise app in Microsoft Entra that may send accounts to Apple.
 *
 * @param id the service principal's object id (not the application id)
 * @param name the name shown in Entra
 * @param connection its connection as last read
 * @param jobs all its provisioning jobs; the secrets belong to the app, not to a job
 */
public record ProvisioningApp(String id, String name, Connection connection, List<SyncJob> jobs) {
    public ProvisioningApp {
        jobs = List.copyOf(jobs);
    }

    /** The job to test against and to watch: the enabled one, else the first; empty if there is none. */
    public Optional<SyncJob> job() {
        return jobs.stream().filter(SyncJob::enabled).findFirst().or(() -> jobs.stream().findFirst());
    }

    /** The portal that its address belongs to; empty if the address is not one of Apple's. */
    public Optional<Portal> portal() {
        return connection.baseAddress().flatMap(TenantUrl::portal);
    }
}
