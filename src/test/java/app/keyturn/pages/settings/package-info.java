/** Tests of {@link app.keyturn.pages.settings}. */
@NullMarked
package app.keyturn.pages.settings;

import org.jspecify.annotations.NullMarked;
