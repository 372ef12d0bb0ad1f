/**
 * What a renewal is, with no user interface and no Microsoft type.
 *
 * <p>The order test, save, check, resume stands in {@link app.keyturn.renewal.Renewal}; what talks to Microsoft hides
 * behind the ports {@link app.keyturn.renewal.SignIn} and {@link app.keyturn.renewal.Provisioning}. Secrets can be
 * written only by handing over {@link app.keyturn.renewal.TestedCredentials}, which nothing outside this package can
 * make: a test that never ran does not compile. A checked list of steps was not chosen for that, since it can be
 * skipped. Bad news is a {@link app.keyturn.renewal.Problem}, never an exception's text.
 */
@NullMarked
package app.keyturn.renewal;

import org.jspecify.annotations.NullMarked;
