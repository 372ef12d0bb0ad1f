package app.keyturn.pages.signin;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.UnreadApp;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The network operations of the sign-in page: signs in, finds apps, tests an app's present token. Only reads. */
public final class AppLookup {
    private final SignIn signIn;
    private final Provisioning provisioning;
    private final Renewal renewal;
    private final Clock clock;

    /**
     * Calls nothing yet.
     *
     * @param renewal tests the present token
     * @param clock dates problems
     */
    public AppLookup(SignIn signIn, Provisioning provisioning, Renewal renewal, Clock clock) {
        this.signIn = signIn;
        this.provisioning = provisioning;
        this.renewal = renewal;
        this.clock = clock;
    }

    /**
     * Who is signed in to which organisation, and the apps found there.
     *
     * @param search may have found none
     */
    public record Result(SignedIn signedIn, SearchResult search) {}

    Account signIn(Optional<String> tenant, SignIn.BrowserListener browser)
            throws ProblemException, InterruptedException {
        return signIn.signIn(tenant, browser);
    }

    Result read(Account account, Portal portal) throws ProblemException, InterruptedException {
        Tenant tenant = provisioning.readTenant(Optional.of(portal));
        String name = tenant.name().filter(text -> !text.isBlank()).orElseGet(account::domain);
        return new Result(new SignedIn(account, name), tenant.search());
    }

    /** Apps with a name or id entered by the user. */
    SearchResult find(String nameOrId) throws ProblemException, InterruptedException {
        return provisioning.findApps(nameOrId);
    }

    /** Apps that could not be read before. */
    SearchResult readAgain(List<UnreadApp> unread) throws ProblemException, InterruptedException {
        return provisioning.readAgain(unread);
    }

    /** All apps that connect to Apple, whatever their names; goes on from an earlier search. */
    SearchResult searchAll(SearchResult earlier, Consumer<SearchProgress> progress)
            throws ProblemException, InterruptedException {
        return provisioning.searchAll(earlier, progress);
    }

    Target target(ProvisioningApp app) throws ProblemException, InterruptedException {
        if (!FoundApps.usesToken(app)) {
            throw new ProblemException(problem(ProblemCode.SYNC_NOT_BY_TOKEN));
        }
        Optional<SyncJob> job = app.job();
        if (job.isEmpty()) {
            throw new ProblemException(problem(ProblemCode.SYNC_NOT_SET_UP));
        }
        return new Target(app, job.get(), Optional.of(renewal.baseline(app, job.get())));
    }

    Problem notFound() {
        return problem(ProblemCode.APP_NOT_FOUND);
    }

    private Problem problem(ProblemCode reason) {
        return new Problem(reason, Diagnostics.at(clock.instant()));
    }
}
