package app.keyturn.wizard;

import app.keyturn.renewal.Account;

/**
 * Who is signed in, where.
 *
 * @param account who
 * @param tenantName what to call the organisation: its name, or the account's domain where the name may not be read
 */
public record SignedIn(Account account, String tenantName) {
    /** True if the name may not be read, so that the domain stands in its place: only the id is certain then. */
    public boolean nameless() {
        return tenantName.equals(account.domain());
    }
}
