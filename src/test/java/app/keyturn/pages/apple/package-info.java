/** Tests of {@link app.keyturn.pages.apple}. */
@NullMarked
package app.keyturn.pages.apple;

import org.jspecify.annotations.NullMarked;
