/** Tests of {@link app.keyturn.settings}. */
@NullMarked
package app.keyturn.settings;

import org.jspecify.annotations.NullMarked;
