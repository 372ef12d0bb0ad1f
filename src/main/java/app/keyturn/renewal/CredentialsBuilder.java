package app.keyturn.renewal;

import java.util.Optional;

/** Builds the credentials to send, once the user has agreed to everything that needs consent. */
final class CredentialsBuilder {
    private final RenewalPlan plan;
    private final Timer timer;

    CredentialsBuilder(RenewalPlan plan, Timer timer) {
        this.plan = plan;
        this.timer = timer;
    }

    /**
     * The credentials to test and to save over this connection.
     *
     * @throws ConsentRequired if the user has to agree to something first
     * @throws ProblemException if there is no token to renew
     */
    Credentials build(Connection connection, ScimToken token) throws ProblemException, ConsentRequired {
        if (!connection.signsInByToken()) {
            throw new ProblemException(
                    new Problem(ProblemCode.SYNC_NOT_BY_TOKEN, Diagnostics.at(timer.now())));
        }
        Consents consents = plan.consents();
        if (!consents.hiddenKeys().containsAll(connection.hiddenKeys())) {
            throw new ConsentRequired(new ConsentQuestion.HiddenKeys(connection.hiddenKeys()));
        }
        if (!consents.otherSignIn().containsAll(connection.otherSignIn())) {
            throw new ConsentRequired(new ConsentQuestion.OtherSignIn(connection.otherSignIn()));
        }
        Optional<TenantUrl> stored = connection.baseAddress();
        if (stored.filter(plan.portal().tenantUrl()::sameAddressAs).isPresent()) {
            return Credentials.renewing(connection, token, null);
        }
        TenantUrl proposed = stored.map(address -> address.correctedFor(plan.portal()))
                .orElse(plan.portal().tenantUrl());
        // The consent may be about another portal's address, or lack flags that were added since.
        if (consents.address().filter(proposed::equals).isEmpty()) {
            throw new ConsentRequired(new ConsentQuestion.Address(stored, proposed));
        }
        return Credentials.renewing(connection, token, proposed);
    }
}
