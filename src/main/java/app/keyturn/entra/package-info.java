/**
 * Microsoft: implements the ports {@link app.keyturn.renewal.SignIn} and {@link app.keyturn.renewal.Provisioning} with
 * MSAL4J and the Microsoft Graph SDK, and {@link app.keyturn.renewal.ConnectivityCheck} with neither. This package has
 * the addresses and the mapping of errors to problems; {@code http} is the one client, {@code signin} the sign-in,
 * {@code graph} the calls to Microsoft Graph. Each uses only those named before it.
 */
@NullMarked
package app.keyturn.entra;

import org.jspecify.annotations.NullMarked;
