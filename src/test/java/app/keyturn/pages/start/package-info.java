/** Tests of {@link app.keyturn.pages.start}. */
@NullMarked
package app.keyturn.pages.start;

import org.jspecify.annotations.NullMarked;
