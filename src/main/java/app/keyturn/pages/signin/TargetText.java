package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.SyncJob;
import app.keyturn.wizard.Target;
import java.util.List;

/**
 * What was found about the app, in words.
 *
 * @param messages the words
 * @param syncText words for the state of its sync
 */
record TargetText(Messages messages, SyncText syncText) {

    /** Whether the present token still works. */
    String present(Target target) {
        return messages.text(target.baseline()
                .map(baseline -> switch (baseline.result()) {
                    case CredentialTest.Passed _ -> "signin.present.works";
                    case CredentialTest.Failed _ when baseline.rejected() -> "signin.present.rejected";
                    case CredentialTest.Failed _ -> "signin.present.unchecked";
                })
                .orElse("signin.present.unchecked"));
    }

    /** True if this account is known to be allowed to renew: Microsoft tries saved credentials for nobody else. */
    boolean allowed(Target target) {
        return target.baseline().filter(TargetText::tried).isPresent();
    }

    /**
     * A line for each of the app's jobs, in Microsoft's order; the one Keyturn tests against says so, and why it is
     * that one.
     */
    List<String> jobs(Target target) {
        return target.app().jobs().stream().map(job -> job(job, target.job())).toList();
    }

    private static boolean tried(Baseline baseline) {
        return baseline.result() instanceof CredentialTest.Passed || baseline.rejected();
    }

    private String job(SyncJob job, SyncJob tested) {
        String state = syncText.state(job);
        return job.id().equals(tested.id())
                ? state + " " + messages.text(job.enabled() ? "signin.jobs.tested" : "signin.jobs.tested.first")
                : state;
    }
}
