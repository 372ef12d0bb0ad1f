package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ProblemCode;
import java.util.function.Supplier;

/**
 * A request to a colleague who may do what this account may not, ready to be sent. It is made of a fixed list of facts,
 * so the token cannot be among them.
 *
 * @param messages the words
 * @param renewalState names the app and the organisation, as far as they are known
 * @param signInApp the sign-in app in force
 */
public record ColleagueRequest(Messages messages, RenewalState renewalState, Supplier<SignInApp> signInApp) {
    /** The request for a role, which needs nobody to be signed in. */
    public String text() {
        return text(ProblemCode.Request.ROLE);
    }

    /** The request: why, which roles suffice, for which app, in which organisation. */
    public String text(ProblemCode.Request wanted) {
        SignInApp used = signInApp.get();
        return messages.text("frame.request", messages.text("frame.request." + wanted), app(), tenant(),
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
