/** Tests of {@link app.keyturn.pages.token}. */
@NullMarked
package app.keyturn.pages.token;

import org.jspecify.annotations.NullMarked;
