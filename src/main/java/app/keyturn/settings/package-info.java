/**
 * The settings of users and administrators, and their files. {@link app.keyturn.settings.ParsedSettings} validates
 * every value, from a file or from the page. There is no setting for an address or a secret.
 */
@NullMarked
package app.keyturn.settings;

import org.jspecify.annotations.NullMarked;
