/** The user's desktop: browser, clipboard and files. */
@NullMarked
package app.keyturn.desktop;

import org.jspecify.annotations.NullMarked;
