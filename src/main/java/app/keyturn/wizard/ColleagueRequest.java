package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ProblemCode;
import java.util.function.Supplier;

/**
 * A request to a colleague who has the permissions that this account lacks, ready to be sent. It consists of a fixed
 * list of facts, so the token cannot be among them.
 *
 * @param renewalState has the app and the organisation, as far as they are known
 * @param signInApp the current sign-in app
 */
public record ColleagueRequest(Messages messages, RenewalState renewalState, Supplier<SignInApp> signInApp) {
    /** The request for a role, which needs no sign-in. */
    public String text() {
        return text(ProblemCode.Request.ROLE);
    }

    /** The request: the reason, the roles that suffice, the app and the organisation. */
    public String text(ProblemCode.Request wanted) {
        return messages.text("frame.request", messages.text("frame.request." + wanted), app(), tenant(),
                signInApp(wanted));
    }

    /** Administrators have blocked Microsoft's app for another one of a similar name, which Microsoft has retired. */
    private String signInApp(ProblemCode.Request wanted) {
        SignInApp used = signInApp.get();
        String name = messages.text("frame.sign-in-app.id", used.name(messages), used.clientId());
        return used.own() || wanted == ProblemCode.Request.ROLE ? name : messages.text("frame.sign-in-app.stays", name);
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
