/** {@code --self-test}: checks that an installation is complete. */
@NullMarked
package app.keyturn.selfcheck;

import org.jspecify.annotations.NullMarked;
