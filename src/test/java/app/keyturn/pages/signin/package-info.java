/** Tests of {@link app.keyturn.pages.signin}. */
@NullMarked
package app.keyturn.pages.signin;

import org.jspecify.annotations.NullMarked;
