package app.keyturn.practice;

import app.keyturn.practice.CredentialCheck.Failure;
import app.keyturn.practice.SyncJob.Cycle;
import app.keyturn.practice.SyncJob.Quarantine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a world stands when it opens: the tenant's applications, and a token that was made about a year ago. */
final class Beginning {
    private static final Duration CYCLE = Duration.ofSeconds(3);
    private static final Duration FIRST_FAILURE = Duration.ofMinutes(20);
    /** Its spacing and escapes are there to be kept: whoever parses and writes it again changes it. */
    private static final String NOTIFICATION_SETTINGS = "{ \"Enabled\":true,\t\"DeleteThresholdEnabled\" : true,"
            + " \"HumanResourcesLookaheadQueryEnabled\":false,  \"Recipients\":\"caf\\u00e9\\/it@maple.example\","
            + "\"DeleteThresholdValue\":50.0 }";

    private final Clock clock;
    private final EnterpriseApp appleApp;
    private final List<EnterpriseApp> apps = new ArrayList<>();

    Beginning(Scenario scenario, Portal portal, PracticeSettings settings, Apple apple, CredentialCheck check) {
        clock = settings.clock();
        boolean expired = scenario == Scenario.EXPIRED_TOKEN;
        Instant made = (expired ? today().minusDays(14) : today().plusWeeks(5)).minusYears(1).toInstant();
        AppleToken token = apple.tokens(portal).makeEarlier(made, lastGood(expired).ended());
        if (scenario == Scenario.WRONG_TOKEN) {
            apple.tokens(portal).cutNextShort();
        }
        SyncJob job = new SyncJob(settings, lastGood(expired));
        // A gallery application knows its template; one that appeared when an administrator consented has none.
        Optional<String> template = portal == Portal.SCHOOL
                ? Optional.of(Directory.templateId(portal))
                : Optional.empty();
        appleApp = EnterpriseApp.named(portal.product(), template, Optional.of(job));
        appleApp.pairs().merge(pairs(portal, token));
        if (expired) {
            check.failure(appleApp.pairs().inClear()).ifPresent(failure -> quarantine(job, token, failure));
        }
        appleApp.pairs().merge(settings.connectionPairs());
        fillTenant(settings.otherApps());
    }

    EnterpriseApp appleApp() {
        return appleApp;
    }

    List<EnterpriseApp> allApps() {
        return apps;
    }

    private ZonedDateTime today() {
        return clock.instant().atZone(clock.getZone());
    }

    private Cycle lastGood(boolean expired) {
        Instant began = expired
                ? today().minusDays(14).minus(FIRST_FAILURE).toInstant()
                : clock.instant().minus(Duration.ofMinutes(17));
        return new Cycle(began, began.plus(CYCLE), Optional.empty());
    }

    private static Map<String, String> pairs(Portal portal, AppleToken token) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("BaseAddress", portal.feed());
        pairs.put("SecretToken", token.secret());
        pairs.put("SyncAll", "false");
        pairs.put("SyncNotificationSettings", NOTIFICATION_SETTINGS);
        pairs.put("BrandNewKey", "kept as it is");
        return pairs;
    }

    private void quarantine(SyncJob job, AppleToken token, Failure failure) {
        Instant first = token.expires().plus(FIRST_FAILURE);
        Instant latest = clock.instant().minus(Duration.ofHours(9));
        // One attempt after 6 and 12 hours each, then one a day.
        int attempts = 2 + Math.toIntExact(Duration.between(first, latest).toDays());
        job.beQuarantined(new Quarantine(first, latest, attempts, failure),
                new Cycle(latest.minus(CYCLE), latest, Optional.of(failure)));
    }

    private void fillTenant(int otherApps) {
        for (int number = 1; number <= otherApps; number++) {
            apps.add(EnterpriseApp.named("Classroom app %03d".formatted(number), Optional.empty(), Optional.empty()));
        }
        apps.add(EnterpriseApp.named("Apple Internet Accounts", Optional.empty(), Optional.empty()));
        apps.add(appleApp);
    }
}
