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
import app.keyturn.practice.graph.PracticeSyncJob.Standing;
import app.keyturn.practice.graph.StoredPairs;
import app.keyturn.practice.scenario.ScenarioSpec.Apps;
import app.keyturn.practice.server.PracticeSettings;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the tenant of a {@link ScenarioSpec}: its applications, and the tokens at Apple that they were given. */
public final class ScenarioSetup {
    private final PracticePortal portal;
    private final PracticeSettings settings;
    private final AppleTokens tokens;
    private final CredentialCheck check;
    private final List<EnterpriseApp> apps = new ArrayList<>();
    private final Optional<EnterpriseApp> appleApp;

    public ScenarioSetup(ScenarioSpec story, PracticePortal portal, PracticeSettings settings, AppleScimService apple,
            CredentialCheck check) {
        this.portal = portal;
        this.settings = settings;
        this.tokens = apple.tokens(portal);
        this.check = check;
        for (int number = 1; number <= settings.otherApps(); number++) {
            apps.add(EnterpriseApp.bare("Classroom app %03d".formatted(number)));
        }
        apps.add(EnterpriseApp.bare("Apple Internet Accounts"));
        if (story.apps() == Apps.WITH_ONE_FOR_TESTS) {
            apps.add(appForTests());
        }
        appleApp = appleApp(story);
        appleApp.ifPresent(apps::add);
        appleApp.ifPresent(app -> app.pairs().merge(settings.connectionPairs()));
        if (story.twist() == ScenarioSpec.Twist.FIRST_TOKEN_CUT_SHORT) {
            tokens.cutNextShort();
        }
    }

    /** The one that is to be renewed. */
    public Optional<EnterpriseApp> appleApp() {
        return appleApp;
    }

    public List<EnterpriseApp> allApps() {
        return apps;
    }

    private Optional<EnterpriseApp> appleApp(ScenarioSpec story) {
        // A gallery application knows its template; one that appeared when an administrator consented has none.
        String product = portal.product();
        Optional<String> gallery = Optional.of(Directory.templateId(portal));
        Optional<String> usual = portal == PracticePortal.SCHOOL ? gallery : Optional.empty();
        return switch (story.apps()) {
            case NONE -> Optional.empty();
            case ONE, WITH_ONE_FOR_TESTS -> Optional.of(app(story, product, product, usual));
            case RENAMED -> Optional.of(app(story, "iPad accounts", product, gallery));
            case NAMELESS -> Optional.of(app(story, "Managed accounts for pupils", "Managed accounts for pupils",
                    Optional.empty()));
        };
    }

    private EnterpriseApp app(ScenarioSpec story, String name, String original, Optional<String> templateId) {
        StoredPairs pairs = new StoredPairs();
        List<PracticeSyncJob> jobs = story.link().needsToken()
                ? connect(pairs, story.link(), story.jobs(), story.tokenEnds())
                : List.of();
        return EnterpriseApp.named(name, original, templateId, pairs, jobs);
    }

    /** Its token ran out months ago, so that it does not count as one of the two that may live at Apple. */
    private EnterpriseApp appForTests() {
        StoredPairs pairs = new StoredPairs();
        List<PracticeSyncJob> jobs = connect(pairs, StoredConnection.TOKEN, List.of(JobHistory::switchedOffByHand),
                Period.ofMonths(-2));
        return EnterpriseApp.named(portal.product() + " (test)", portal.product(),
                Optional.of(Directory.templateId(portal)), pairs, jobs);
    }

    private List<PracticeSyncJob> connect(StoredPairs pairs, StoredConnection link,
            List<Function<JobHistory, Standing>> jobs,
            Period tokenEnds) {
        ZonedDateTime today = settings.clock().instant().atZone(settings.clock().getZone());
        Instant made = today.plus(tokenEnds).minusYears(1).toInstant();
        AppleToken token = tokens.makeEarlier(made);
        pairs.merge(link.pairs(portal, token));
        Map<String, String> stored = pairs.inClear();
        JobHistory past = new JobHistory(today.toInstant(), token.expires(), () -> check.failure(stored).orElseThrow());
        List<Standing> standings = jobs.stream().map(job -> job.apply(past)).toList();
        token.use(standings.stream()
                .flatMap(standing -> standing.lastGood().stream())
                .map(Cycle::ended)
                .max(Comparator.naturalOrder())
                .orElse(made));
        return standings.stream().map(standing -> new PracticeSyncJob(settings.cycles(), standing)).toList();
    }
}
