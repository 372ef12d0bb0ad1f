/**
 * What a person or an IT department may set: the client ID of their own app, their usual organisation and its cloud,
 * whether to go through the system's proxy, the language, how the window looks, and whether it is asked for a newer
 * version.
 *
 * <p>Small text files that can be read, copied and written by hand: one of the person's own, and one for all users of a
 * computer. {@link app.keyturn.settings.ParsedSettings} judges every entry, whether it comes from a file or from the
 * page, so that all refuse the same things. There is no setting for an address and none for a secret, so that no file can
 * point the program elsewhere or give one away; so a cloud is chosen by its name, and a proxy is the system's or none.
 * The registry, configuration profiles and Java's own preferences were not chosen, since nobody can look at them or hand
 * them on, and each system would need its own.
 *
 * <p>The file for all users wins over the person's own, value by value, and counts only if nobody but an administrator
 * can have written it ({@link app.keyturn.platform.TrustedFile}): with the client ID of a stranger's app, whoever could write
 * it could collect other people's sign-ins. A file in doubt is ignored as a whole and that is said, rather than taken with
 * a warning that people would press away.
 */
@NullMarked
package app.keyturn.settings;

import org.jspecify.annotations.NullMarked;
