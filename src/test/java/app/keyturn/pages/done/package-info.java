/** Tests of {@link app.keyturn.pages.done}. */
@NullMarked
package app.keyturn.pages.done;

import org.jspecify.annotations.NullMarked;
