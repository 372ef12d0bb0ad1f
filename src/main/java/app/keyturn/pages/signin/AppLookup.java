package app.keyturn.pages.signin;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The work of the sign-in page: signs in, finds apps, tries an app's present token. Reads only. */
public final class AppLookup {
    private final SignIn signIn;
    private final Provisioning provisioning;
    private final Renewal renewal;
    private final Clock clock;

    /**
     * Makes it.
     *
     * @param signIn the sign-in
     * @param provisioning what is read
     * @param renewal tries the present token
     * @param clock dates problems
     */
    public AppLookup(SignIn signIn, Provisioning provisioning, Renewal renewal, Clock clock) {
        this.signIn = signIn;
        this.provisioning = provisioning;
        this.renewal = renewal;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param signedIn who, where
     * @param apps the apps found; may be empty
     */
    public record Seen(SignedIn signedIn, List<ProvisioningApp> apps) {
        public Seen {
            apps = List.copyOf(apps);
        }
    }

    Account signIn(Optional<String> tenant, Consumer<URI> showPage) throws ProblemException, InterruptedException {
        return signIn.signIn(tenant, showPage);
    }

    Seen read(Account account) throws ProblemException, InterruptedException {
        Tenant tenant = provisioning.readTenant();
        String name = tenant.name().filter(text -> !text.isBlank()).orElseGet(account::domain);
        return new Seen(new SignedIn(account, name), tenant.apps());
    }

    /** Apps that the person names. */
    List<ProvisioningApp> find(String nameOrId) throws ProblemException, InterruptedException {
        return provisioning.findApps(nameOrId);
    }

    /** All apps that lead to Apple, whatever they are called. */
    List<ProvisioningApp> searchAll(Consumer<SearchProgress> progress) throws ProblemException, InterruptedException {
        return provisioning.searchAll(progress);
    }

    Target target(ProvisioningApp app) throws ProblemException, InterruptedException {
        if (!FoundApps.byToken(app)) {
            throw new ProblemException(problem(ProblemCode.SYNC_NOT_BY_TOKEN));
        }
        Optional<SyncJob> job = app.job();
        if (job.isEmpty()) {
            throw new ProblemException(problem(ProblemCode.SYNC_NOT_SET_UP));
        }
        return new Target(app, job.get(), Optional.of(renewal.baseline(app, job.get())));
    }

    /** No app was found. */
    Problem notFound() {
        return problem(ProblemCode.APP_NOT_FOUND);
    }

    private Problem problem(ProblemCode reason) {
        return new Problem(reason, Diagnostics.at(clock.instant()));
    }
}
