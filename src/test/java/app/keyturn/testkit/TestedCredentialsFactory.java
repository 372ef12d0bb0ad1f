package app.keyturn.testkit;

import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.TestedCredentials;
import app.keyturn.renewal.Timer;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Gets hold of credentials that may be saved, the only way there is: a renewal whose test passes hands them over.
 */
public final class TestedCredentialsFactory {
    public static final String TOKEN = "PRACTICE-a-token-of-good-length";
    public static final Connection CONNECTION = new Connection(
            List.of(new ConnectionPair("BaseAddress", "https://federation.apple.com/feeds/school/scim?a=b"),
                    new ConnectionPair("SecretToken", "*"), new ConnectionPair("BrandNewKey", "{ \"odd\" : 1 }")));
    private static final SyncJob JOB = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE,
            Optional.empty(), Optional.empty(), Optional.empty());

    private TestedCredentialsFactory() {}

    public static ScimToken token() {
        return token(TOKEN);
    }

    public static ScimToken token(String text) {
        return switch (new TokenParser(Clock.systemUTC(), true).read(text)) {
            case TokenCheck.Usable usable -> usable.token();
            case TokenCheck.Refused refused -> throw new IllegalStateException(refused.reason().name());
        };
    }

    public static TestedCredentials credentials(ScimToken token) {
        CompletableFuture<TestedCredentials> caught = new CompletableFuture<>();
        ProvisioningApp app = new ProvisioningApp("app", "Apple School Manager", CONNECTION, List.of(JOB));
        new Renewal(new Catcher(caught), PracticeRenewal.LIMITS, Timer.on(Clock.systemUTC())).run(
                new RenewalPlan(app, JOB, Portal.SCHOOL, Optional.empty(), Consents.NOTHING, ChangeState.NOTHING),
                token,
                (_, _) -> {});
        return caught.join();
    }

    /** Lets every test pass and keeps what is to be saved. */
    private record Catcher(CompletableFuture<TestedCredentials> caught) implements Provisioning {
        @Override
        public Tenant readTenant() {
            return new Tenant(Optional.empty(), List.of());
        }

        @Override
        public List<ProvisioningApp> findApps(String nameOrId) {
            return List.of();
        }

        @Override
        public List<ProvisioningApp> searchAll(Consumer<SearchProgress> progress) {
            return List.of();
        }

        @Override
        public Connection readConnection(String appId) {
            return CONNECTION;
        }

        @Override
        public SyncJob readJob(String appId, String jobId) {
            return JOB;
        }

        @Override
        public CredentialTest test(String appId, String jobId, Credentials credentials) {
            return new CredentialTest.Passed(Instant.EPOCH, Optional.empty());
        }

        @Override
        public CredentialTest testSaved(String appId, String jobId) {
            return new CredentialTest.Passed(Instant.EPOCH, Optional.empty());
        }

        @Override
        public SaveResponse save(String appId, TestedCredentials credentials) {
            caught.complete(credentials);
            return new SaveResponse.NotKnown(Diagnostics.at(Instant.EPOCH));
        }

        @Override
        public void start(String appId, String jobId) throws ProblemException {}
    }
}
