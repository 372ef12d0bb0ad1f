package app.keyturn.testkit;

import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.UnreadApp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sample apps and jobs as Microsoft may return them. */
public final class Apps {
    public static final Instant OCTOBER = Instant.parse("2026-10-01T08:00:00Z");
    public static final Instant NOVEMBER = Instant.parse("2026-11-01T08:00:00Z");

    private Apps() {}

    /** A healthy app with an active job. */
    public static ProvisioningApp of(Portal portal, String id) {
        return at(portal.tenantUrl().text(), id, job(Schedule.ACTIVE, Optional.of(NOVEMBER)));
    }

    public static ProvisioningApp of(Portal portal, String id, SyncJob... jobs) {
        return at(portal.tenantUrl().text(), id, jobs);
    }

    /** An app with a token and this address. */
    public static ProvisioningApp at(String address, String id, SyncJob... jobs) {
        return new ProvisioningApp(id, "App " + id, new Connection(
                List.of(pair(ConnectionPair.BASE_ADDRESS, address), pair(ConnectionPair.SECRET_TOKEN, "*"))),
                List.of(jobs));
    }

    /** An app with a token and no address. */
    public static ProvisioningApp withoutAddress(String id) {
        return new ProvisioningApp(id, "App " + id, new Connection(List.of(pair(ConnectionPair.SECRET_TOKEN, "*"))),
                List.of(job(Schedule.ACTIVE, Optional.empty())));
    }

    /** An app that signs in by OIDC: no secrets, no job. */
    public static ProvisioningApp oidc(String id) {
        return new ProvisioningApp(id, "App " + id, new Connection(List.of()), List.of());
    }

    /** An app that says that it signs in by OAuth, and has a token as well. */
    public static ProvisioningApp oauth(String id) {
        return new ProvisioningApp(id, "App " + id, new Connection(List.of(
                pair(ConnectionPair.BASE_ADDRESS, Portal.SCHOOL.tenantUrl().text()),
                pair(ConnectionPair.SECRET_TOKEN, "*"), pair("AuthenticationType", "OAuth2AuthorizationCodeGrant"),
                pair("Oauth2AccessToken", "*"))),
                List.of(job(Schedule.ACTIVE, Optional.empty())));
    }

    /** An app that Microsoft cannot read just now. */
    public static UnreadApp unread(String id) {
        return new UnreadApp(id, "App " + id, new Problem(ProblemCode.SERVICE_DOWN, Diagnostics.at(NOVEMBER)));
    }

    public static SyncJob job(Schedule schedule, Optional<Instant> lastSuccess) {
        return job("job", schedule, lastSuccess);
    }

    public static SyncJob job(String id, Schedule schedule, Optional<Instant> lastSuccess) {
        return new SyncJob(id, schedule == Schedule.ACTIVE ? Status.ACTIVE : Status.PAUSED, schedule, Optional.empty(),
                Optional.empty(), lastSuccess);
    }

    private static ConnectionPair pair(String key, String value) {
        return new ConnectionPair(key, value);
    }
}
