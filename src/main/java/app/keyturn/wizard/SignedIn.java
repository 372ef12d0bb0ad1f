package app.keyturn.wizard;

import app.keyturn.renewal.Account;

/**
 * Who is signed in to which organisation.
 *
 * @param tenantName the organisation's name, or the account's domain if the name cannot be read
 */
public record SignedIn(Account account, String tenantName) {
    /** True if both are in the same organisation, perhaps as different people. */
    public boolean isSameTenant(SignedIn other) {
        return account.tenantId().equalsIgnoreCase(other.account.tenantId());
    }

    /** True if the name cannot be read and the domain is shown instead: then only the ID is certain. */
    public boolean nameless() {
        return tenantName.equals(account.domain());
    }
}
