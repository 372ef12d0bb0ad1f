package app.keyturn.wizard;

import app.keyturn.renewal.Account;

/**
 * Who is signed in, where.
 *
 * @param account who
 * @param tenantName what to call the organisation: its name, or the account's domain where the name may not be read
 */
public record SignedIn(Account account, String tenantName) {}
