/** Tests of {@link app.keyturn.guide}. */
@NullMarked
package app.keyturn.guide;

import org.jspecify.annotations.NullMarked;
