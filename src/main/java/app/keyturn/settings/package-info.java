/**
 * What the user and an administrator can set, and the files it is kept in. {@link app.keyturn.settings.ParsedSettings}
 * validates every value, from a file or from the page. There is no setting for an address or a secret.
 */
@NullMarked
package app.keyturn.settings;

import org.jspecify.annotations.NullMarked;
