/** Tests of {@link app.keyturn.wizard}. */
@NullMarked
package app.keyturn.wizard;

import org.jspecify.annotations.NullMarked;
