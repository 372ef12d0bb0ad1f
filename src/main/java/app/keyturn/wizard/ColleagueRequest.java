package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import java.util.function.Supplier;

/**
 * A request to a colleague who has the permissions that this account lacks, ready to be sent. It is made of a fixed
 * list of facts, so the token cannot be among them.
 *
 * @param renewalState names the app and the organisation, as far as they are known
 * @param signInApp the current sign-in app
 */
public record ColleagueRequest(Messages messages, RenewalState renewalState, Supplier<SignInApp> signInApp) {
    public enum Reason {
        /** A role, or help from someone who has it. */
        ROLE,
        /** Approval of the sign-in app. */
        APPROVAL,
        /** An exception from a rule of the organisation that blocks this sign-in. */
        RULE,
        /** A correction of the sign-in app. */
        SIGN_IN_APP
    }

    /** The request for a role, which needs no sign-in. */
    public String text() {
        return text(Reason.ROLE);
    }

    /** The request: the reason, the roles that suffice, the app and the organisation. */
    public String text(Reason reason) {
        SignInApp used = signInApp.get();
        return messages.text("frame.request", messages.text("frame.request." + reason), app(), tenant(),
                messages.text("frame.sign-in-app.id", used.name(messages), used.clientId()));
    }

    private String app() {
        Target target = renewalState.target().get();
        return target == null ? messages.text("frame.request.some-app") : target.app().name();
    }

    private String tenant() {
        SignedIn who = renewalState.signedIn().get();
        return who == null
                ? messages.text("frame.request.our-tenant")
                : messages.text("frame.request.tenant", who.tenantName(), who.account().tenantId());
    }
}
