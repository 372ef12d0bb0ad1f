/** Tests of {@link app.keyturn.pages.save}. */
@NullMarked
package app.keyturn.pages.save;

import org.jspecify.annotations.NullMarked;
