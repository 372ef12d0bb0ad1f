/**
 * The operating system: folders, files and locks, browser and clipboard, certificates, proxies, and the host map of
 * practice mode. Uses no other package of Keyturn.
 */
@NullMarked
package app.keyturn.platform;

import org.jspecify.annotations.NullMarked;
