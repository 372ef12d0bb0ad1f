/** Tests of {@link app.keyturn.records}. */
@NullMarked
package app.keyturn.records;

import org.jspecify.annotations.NullMarked;
