package app.keyturn.renewal;

import java.util.List;
import java.util.function.Consumer;

/**
 * What Microsoft's synchronization service does for a renewal, on behalf of who is signed in. Every call has a deadline
 * from {@link Limits} and ends early when its thread is interrupted. Problems carry {@link ChangeState#NOTHING}: what they
 * mean for a renewal is for {@link Renewal} to say.
 */
public interface Provisioning {
    /**
     * Reads what the organisation is called, and finds its apps that concern Apple.
     *
     * @throws ProblemException if Microsoft could not be asked, or the apps could not be read
     * @throws InterruptedException if interrupted
     */
    Tenant readTenant() throws ProblemException, InterruptedException;

    /**
     * Looks for apps that the person names. Only those are found that concern Apple: another app must never get
     * Apple's token.
     *
     * @param nameOrId the beginning of a name, or an object id; anything a person may type
     * @return in Microsoft's order; may be empty
     * @throws ProblemException if Microsoft could not be asked
     * @throws InterruptedException if interrupted
     */
    List<ProvisioningApp> findApps(String nameOrId) throws ProblemException, InterruptedException;

    /**
     * Looks through every enterprise app of the organisation for those whose address is Apple's, whatever they are
     * called. It takes a while in a large organisation, and only reads.
     *
     * @param progress is told how far it is
     * @return in Microsoft's order; may be empty
     * @throws ProblemException if Microsoft could not be asked
     * @throws InterruptedException if interrupted
     */
    List<ProvisioningApp> searchAll(Consumer<SearchProgress> progress) throws ProblemException, InterruptedException;

    /**
     * Reads an app's connection.
     *
     * @throws ProblemException if it could not be read
     * @throws InterruptedException if interrupted
     */
    Connection readConnection(String appId) throws ProblemException, InterruptedException;

    /**
     * Reads a job.
     *
     * @throws ProblemException if it could not be read
     * @throws InterruptedException if interrupted
     */
    SyncJob readJob(String appId, String jobId) throws ProblemException, InterruptedException;

    /**
     * Has Microsoft try credentials at Apple. Nothing is saved.
     *
     * @throws ProblemException if Microsoft could not be asked, or does not let this account
     * @throws InterruptedException if interrupted
     */
    CredentialTest test(String appId, String jobId, Credentials credentials)
            throws ProblemException, InterruptedException;

    /**
     * Has Microsoft try the credentials it has saved.
     *
     * @throws ProblemException if Microsoft could not be asked, or does not let this account
     * @throws InterruptedException if interrupted
     */
    CredentialTest testSaved(String appId, String jobId) throws ProblemException, InterruptedException;

    /**
     * Writes the secrets, in one request that is never repeated by itself. An interrupt does not stop it half-way.
     *
     * @return what Microsoft answered
     */
    SaveResponse save(String appId, TestedCredentials credentials);

    /**
     * Starts a job, in one request that is never repeated by itself.
     *
     * @throws ProblemException if there was no 204; it may have been started all the same
     * @throws InterruptedException if interrupted
     */
    void start(String appId, String jobId) throws ProblemException, InterruptedException;
}
