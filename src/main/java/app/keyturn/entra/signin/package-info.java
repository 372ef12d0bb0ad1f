/** Signing in at Microsoft with MSAL4J, in the system browser. */
@NullMarked
package app.keyturn.entra.signin;

import org.jspecify.annotations.NullMarked;
