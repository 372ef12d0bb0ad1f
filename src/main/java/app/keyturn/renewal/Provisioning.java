package app.keyturn.renewal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Microsoft's synchronization service, on behalf of the signed-in account. Every call has a deadline from
 * {@link Limits} and ends early when its thread is interrupted. Its problems say {@link ChangeState#NOTHING}: only
 * {@link Renewal} knows what was changed before.
 */
public interface Provisioning {
    /** How many apps are read again in one operation. */
    int MAX_READ_AGAIN = 20;

    /**
     * Reads the organisation's name, and finds its apps that concern Apple, with a limited number of requests however
     * many apps there are: those whose names fit best are read, and the result says whether there are more. An app that
     * cannot be read is in the result, too, unless it is the only one.
     *
     * @param portal whose app is wanted; empty if any is
     * @throws ProblemException if no app could be read
     * @throws InterruptedException if interrupted
     */
    Tenant readTenant(Optional<Portal> portal) throws ProblemException, InterruptedException;

    /** Reads the organisation's name, and finds its apps of either portal. */
    default Tenant readTenant() throws ProblemException, InterruptedException {
        return readTenant(Optional.empty());
    }

    /**
     * Searches for apps by name or id. Finds only apps that concern Apple: no other app must ever get Apple's token.
     *
     * @param nameOrId the beginning of a name, or an object id; anything the user may type
     * @return the likeliest first; what could not be read is in it, too
     * @throws ProblemException if the search failed
     * @throws InterruptedException if interrupted
     */
    SearchResult findApps(String nameOrId) throws ProblemException, InterruptedException;

    /**
     * Reads apps again that could not be read before.
     *
     * @param unread at most {@value #MAX_READ_AGAIN} are read; the others stay unread
     * @return those that concern Apple, and those that still cannot be read
     * @throws ProblemException if nothing could be read
     * @throws InterruptedException if interrupted
     */
    SearchResult readAgain(List<UnreadApp> unread) throws ProblemException, InterruptedException;

    /**
     * Searches every enterprise app of the organisation for those with Apple's address, whatever their names. This only
     * reads, and takes a while in a large organisation.
     *
     * @param earlier an earlier search that was interrupted, to go on from there: what it has read is not read again;
     *     {@link SearchResult#NONE} to begin
     * @param progress gets the progress
     * @return in Microsoft's order, with what was found earlier. If the search cannot be finished, the result says so
     * @throws ProblemException if no app could be read
     * @throws InterruptedException if interrupted
     */
    SearchResult searchAll(SearchResult earlier, Consumer<SearchProgress> progress)
            throws ProblemException, InterruptedException;

    /** Searches every enterprise app of the organisation, from the first one on. */
    default SearchResult searchAll(Consumer<SearchProgress> progress) throws ProblemException, InterruptedException {
        return searchAll(SearchResult.NONE, progress);
    }

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
