package app.keyturn.practice.scenario;

import app.keyturn.practice.apple.AppleScimService;
import app.keyturn.practice.apple.AppleToken;
import app.keyturn.practice.apple.AppleTokens;
import app.keyturn.practice.apple.PracticePortal;
import app.keyturn.practice.graph.CredentialCheck;
import app.keyturn.practice.graph.Directory;
import app.keyturn.practice.graph.EnterpriseApp;
import app.keyturn.practice.graph.PracticeSyncJob;
import app.keyturn.practice.graph.PracticeSyncJob.Cycle;
import app.keyturn.practice.graph.PracticeSyncJob.State;
import app.keyturn.practice.graph.StoredPairs;
import app.keyturn.practice.scenario.ScenarioSpec.Apps;
import app.keyturn.practice.server.Switches;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Creates the tenant of a {@link ScenarioSpec}: its applications and their tokens at Apple. */
public final class ScenarioSetup {
    private final PracticePortal portal;
    private final Switches switches;
    private final Clock clock;
    private final AppleTokens tokens;
    private final CredentialCheck check;
    private final List<EnterpriseApp> apps = new ArrayList<>();
    private final Optional<EnterpriseApp> appleApp;

    /**
     * Creates the applications and tokens.
     *
     * @param spec of the scenario
     * @param portal that the tenant is connected to
     * @param switches of the practice world
     * @param clock of tokens and jobs
     * @param appleScim that issues the tokens
     * @param check of credentials
     */
    public ScenarioSetup(ScenarioSpec spec, PracticePortal portal, Switches switches, Clock clock,
            AppleScimService appleScim, CredentialCheck check) {
        this.portal = portal;
        this.switches = switches;
        this.clock = clock;
        this.tokens = appleScim.tokens(portal);
        this.check = check;
        for (int number = 1; number <= switches.get(PracticeSettings.OTHER_APPS); number++) {
            apps.add(EnterpriseApp.unprovisioned(String.format(Locale.ROOT, "Classroom app %03d", number)));
        }
        apps.add(EnterpriseApp.unprovisioned("Apple Internet Accounts"));
        for (int number = 1; number <= switches.get(PracticeSettings.APPLE_NAMED_APPS); number++) {
            apps.add(EnterpriseApp.unprovisioned(String.format(Locale.ROOT, "Apple app %04d", number)));
        }
        if (switches.get(PracticeSettings.UNREADABLE_NEIGHBOUR)) {
            apps.add(EnterpriseApp.unreadable("Apple Classroom tools"));
        }
        if (spec.apps() == Apps.WITH_TEST_APP) {
            apps.add(testApp());
        }
        appleApp = appleApp(spec);
        appleApp.ifPresent(apps::add);
        appleApp.ifPresent(app -> app.pairs().merge(switches.get(PracticeSettings.CONNECTION_PAIRS)));
        if (switches.get(ScenarioSpec.FIRST_TOKEN_TRUNCATED)) {
            tokens.truncateNext();
        }
    }

    /** The application whose token is to be renewed; empty when there is none. */
    public Optional<EnterpriseApp> appleApp() {
        return appleApp;
    }

    /** All applications of the tenant, in the order in which they are listed. */
    public List<EnterpriseApp> allApps() {
        return apps;
    }

    private Optional<EnterpriseApp> appleApp(ScenarioSpec spec) {
        // An application from the gallery has a template; one created by an administrator's consent has none.
        String product = portal.product();
        Optional<String> template = Optional.of(Directory.templateId(portal));
        Optional<String> usualTemplate = portal == PracticePortal.SCHOOL ? template : Optional.empty();
        return switch (spec.apps()) {
            case NONE -> Optional.empty();
            case ONE, WITH_TEST_APP -> Optional.of(app(spec, product, product, usualTemplate));
            case RENAMED -> Optional.of(app(spec, "iPad accounts", product, template));
            case NAMELESS -> Optional.of(app(spec, "Managed accounts for pupils", "Managed accounts for pupils",
                    Optional.empty()));
        };
    }

    private EnterpriseApp app(ScenarioSpec spec, String name, String publishedName, Optional<String> templateId) {
        StoredPairs pairs = new StoredPairs();
        List<PracticeSyncJob> jobs = spec.connection().needsToken()
                ? createConnection(pairs, spec.connection(), spec.jobs(), spec.tokenExpires())
                : List.of();
        return EnterpriseApp.create(name, publishedName, templateId, pairs, jobs);
    }

    /** Its token expired months ago, so it does not count as one of Apple's two valid tokens. */
    private EnterpriseApp testApp() {
        StoredPairs pairs = new StoredPairs();
        List<PracticeSyncJob> jobs = createConnection(pairs, StoredConnection.TOKEN,
                List.of(JobHistory::switchedOffByHand),
                Period.ofMonths(-2));
        return EnterpriseApp.create(portal.product() + " (test)", portal.product(),
                Optional.of(Directory.templateId(portal)), pairs, jobs);
    }

    private List<PracticeSyncJob> createConnection(StoredPairs pairs, StoredConnection connection,
            List<Function<JobHistory, State>> jobs,
            Period tokenExpires) {
        ZonedDateTime today = clock.instant().atZone(clock.getZone());
        Instant created = today.plus(tokenExpires).minusYears(1).toInstant();
        AppleToken token = tokens.addCreatedAt(created);
        pairs.merge(connection.pairs(portal, token));
        Map<String, String> stored = pairs.unmasked();
        JobHistory history = new JobHistory(today.toInstant(), token.expires(),
                () -> check.failure(stored).orElseThrow());
        List<State> states = jobs.stream().map(job -> job.apply(history)).toList();
        token.markUsed(states.stream()
                .flatMap(state -> state.lastSuccess().stream())
                .map(Cycle::ended)
                .max(Comparator.naturalOrder())
                .orElse(created));
        return states.stream().map(state -> new PracticeSyncJob(switches, state)).toList();
    }
}
