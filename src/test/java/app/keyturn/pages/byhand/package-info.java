/** Tests of {@link app.keyturn.pages.byhand}. */
@NullMarked
package app.keyturn.pages.byhand;

import org.jspecify.annotations.NullMarked;
