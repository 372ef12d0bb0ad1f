package app.keyturn.renewal;

import java.util.List;
import java.util.function.Consumer;

/**
 * Microsoft's synchronization service, on behalf of the signed-in account. Every call has a deadline from
 * {@link Limits} and ends early when its thread is interrupted. Its problems say {@link ChangeState#NOTHING}: only
 * {@link Renewal} knows what was changed before.
 */
public interface Provisioning {
    /**
     * Reads the organisation's name, and finds its apps that concern Apple.
     *
     * @throws ProblemException if the apps could not be read
     * @throws InterruptedException if interrupted
     */
    Tenant readTenant() throws ProblemException, InterruptedException;

    /**
     * Searches for apps by name or id. Finds only apps that concern Apple: no other app must ever get Apple's token.
     *
     * @param nameOrId the beginning of a name, or an object id; anything the user may type
     * @return in Microsoft's order; may be empty
     * @throws ProblemException if the search failed
     * @throws InterruptedException if interrupted
     */
    List<ProvisioningApp> findApps(String nameOrId) throws ProblemException, InterruptedException;

    /**
     * Searches every enterprise app of the organisation for those with Apple's address, whatever their names. This only
     * reads, and takes a while in a large organisation.
     *
     * @param progress gets the progress
     * @return in Microsoft's order; may be empty
     * @throws ProblemException if the search failed
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
     * Has Microsoft test credentials at Apple. Nothing is saved.
     *
     * @throws ProblemException if the test could not be made, or this account lacks the permission
     * @throws InterruptedException if interrupted
     */
    CredentialTest test(String appId, String jobId, Credentials credentials)
            throws ProblemException, InterruptedException;

    /**
     * Has Microsoft test the saved credentials.
     *
     * @throws ProblemException if the test could not be made, or this account lacks the permission
     * @throws InterruptedException if interrupted
     */
    CredentialTest testSaved(String appId, String jobId) throws ProblemException, InterruptedException;

    /**
     * Writes the secrets in one request, which is not repeated here. An interrupt does not stop it half-way.
     */
    SaveResponse save(String appId, TestedCredentials credentials);

    /**
     * Starts a job in one request, which is not repeated here.
     *
     * @throws ProblemException if the response was not a 204; the job may have been started all the same, unless
     *     {@link ProblemException#isBeforeSending}
     * @throws InterruptedException if interrupted
     */
    void start(String appId, String jobId) throws ProblemException, InterruptedException;
}
