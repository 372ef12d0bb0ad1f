/** Checks whether there is a newer version of the program. */
@NullMarked
package app.keyturn.update;

import org.jspecify.annotations.NullMarked;
