package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SignInErrorNumber;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.TenantUrl;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the page says about an organisation, an app and its token, and about Microsoft's error numbers.
 *
 * @param syncText describes the state of a sync
 */
record SignInText(Messages messages, SyncText syncText) {
    /** The organisation's name; if it cannot be read, the domain and the ID, the only one of the two that is unique. */
    String organisation(SignedIn who) {
        return who.nameless()
                ? messages.text("signin.tenant.nameless", who.tenantName(), who.account().tenantId())
                : who.tenantName();
    }

    /** Where the search for an app found nothing, and which account searched. */
    String searchedWhere(SignedIn who) {
        return messages.text("signin.find.where", organisation(who), who.account().userName());
    }

    /** Whose address the app has; flags after it are mentioned, and are no reason for a warning. */
    String address(ProvisioningApp app) {
        Optional<TenantUrl> address = app.connection().baseAddress();
        if (address.isEmpty()) {
            return messages.text("signin.address.none");
        }
        Optional<Portal> portal = app.portal();
        String owner = portal.map(it -> messages.text("signin.address.of", name(it)))
                .orElseGet(() -> messages.text("signin.address.elsewhere"));
        boolean flags = address.filter(it -> it.text().contains("?")).isPresent();
        return portal.isPresent() && flags ? owner + " " + messages.text("signin.address.flags") : owner;
    }

    /** Why the address is wrong; empty if it is the chosen portal's. */
    Optional<String> addressWarning(ProvisioningApp app, Portal chosen) {
        if (app.portal().filter(chosen::equals).isPresent()) {
            return Optional.empty();
        }
        String key = app.connection().baseAddress().isEmpty()
                ? "signin.address.missing"
                : app.portal().isPresent() ? "signin.address.other" : "signin.address.foreign";
        return Optional.of(messages.text(key, name(chosen), name(other(chosen))));
    }

    /** Whether the present token still works. */
    String presentToken(Target target) {
        Optional<Baseline> baseline = target.baseline();
        String key = baseline.filter(Baseline::rejected).isPresent()
                ? "signin.present.rejected"
                : baseline.filter(SignInText::passed).isPresent() ? "signin.present.works" : "signin.present.unchecked";
        return messages.text(key);
    }

    /**
     * True if this account is known to be allowed to renew: Microsoft tests saved credentials only for such accounts.
     */
    boolean mayRenew(Target target) {
        return target.baseline().filter(SignInText::tested).isPresent();
    }

    /**
     * A line for each job, in Microsoft's order; the job that Keyturn tests against says so, and why it is that one.
     */
    List<String> jobs(Target target) {
        return target.app().jobs().stream().map(job -> job(job, target.job())).toList();
    }

    /**
     * What the error means that Microsoft's sign-in page shows, and what to do: the number's own words if it has some,
     * else those of the problem that it stands for.
     *
     * @param pasted the text that the user typed or pasted
     * @param ownApp true if the organisation signs in through its own app
     * @return empty if there is no number in the text
     */
    String errorHelp(String pasted, boolean ownApp) {
        return SignInErrorNumber.in(pasted).map(number -> errorHelp(number, ownApp)).orElse("");
    }

    /** What to ask a colleague for because of that error; empty if a colleague could do no more than the user. */
    Optional<ProblemCode.Request> errorRequest(String pasted) {
        return SignInErrorNumber.in(pasted).flatMap(SignInErrorNumber::meaning).flatMap(ProblemCode::request);
    }

    private String errorHelp(SignInErrorNumber number, boolean ownApp) {
        String key = "aadsts." + number.value();
        String ownKey = key + ".own";
        if (ownApp && messages.bundle().containsKey(ownKey)) {
            return messages.text(ownKey);
        }
        if (messages.bundle().containsKey(key)) {
            return messages.text(key);
        }
        return number.meaning()
                .map(code -> known(number, new Problem(code, Diagnostics.at(Instant.EPOCH))))
                .orElseGet(() -> messages.text("aadsts.other", Integer.toString(number.value())));
    }

    private String known(SignInErrorNumber number, Problem problem) {
        return messages.text("aadsts.known", Integer.toString(number.value()), messages.title(problem),
                messages.whatHappened(problem, messages.text("problem.organisation")), messages.whatToDo(problem),
                messages.whoCanHelp(problem));
    }

    private static boolean tested(Baseline baseline) {
        return passed(baseline) || baseline.rejected();
    }

    private static boolean passed(Baseline baseline) {
        return baseline instanceof Baseline.Tested(CredentialTest.Passed _, _);
    }

    private String job(SyncJob job, SyncJob tested) {
        String state = syncText.state(job);
        return job.id().equals(tested.id())
                ? state + " " + messages.text(job.enabled() ? "signin.jobs.tested" : "signin.jobs.tested.first")
                : state;
    }

    private String name(Portal portal) {
        return messages.text("signin.site." + portal);
    }

    private static Portal other(Portal portal) {
        return switch (portal) {
            case SCHOOL -> Portal.BUSINESS;
            case BUSINESS -> Portal.SCHOOL;
        };
    }
}
