/** The tests of the operating system's side. */
@NullMarked
package app.keyturn.platform;

import org.jspecify.annotations.NullMarked;
