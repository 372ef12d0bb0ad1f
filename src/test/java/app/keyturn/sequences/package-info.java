/** Several renewals one after the other in one window, without a toolkit. */
@NullMarked
package app.keyturn.sequences;

import org.jspecify.annotations.NullMarked;
