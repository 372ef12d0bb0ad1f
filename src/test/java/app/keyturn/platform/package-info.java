/** Tests of {@link app.keyturn.platform}. */
@NullMarked
package app.keyturn.platform;

import org.jspecify.annotations.NullMarked;
