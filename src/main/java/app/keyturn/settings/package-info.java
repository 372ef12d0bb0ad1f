/**
 * What a person may set: the client ID of their own app, their usual organisation, and how the window looks.
 *
 * <p>One small text file that can be read, copied and written by hand; {@link app.keyturn.settings.SettingsReading}
 * judges every entry, whether it comes from the file or from the page, so that both refuse the same things. There is no
 * setting for an address and none for a secret, so that no file can point the program elsewhere or give one away. The
 * registry and Java's own preferences were not chosen, since nobody can look at them or hand them on.
 */
@NullMarked
package app.keyturn.settings;

import org.jspecify.annotations.NullMarked;
