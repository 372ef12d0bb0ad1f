/**
 * The renewal in plain Java, without a window or a network: its rules, and the ports
 * {@link app.keyturn.renewal.SignIn}, {@link app.keyturn.renewal.Provisioning} and
 * {@link app.keyturn.renewal.ConnectivityCheck}. {@link app.keyturn.renewal.Renewal} has the order of the steps.
 * Secrets can be written only with {@link app.keyturn.renewal.TestedCredentials}, which nothing outside this package
 * can create.
 */
@NullMarked
package app.keyturn.renewal;

import org.jspecify.annotations.NullMarked;
