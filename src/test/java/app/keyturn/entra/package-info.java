/** The tests of Microsoft's side, most of them against the practice world. */
@NullMarked
package app.keyturn.entra;

import org.jspecify.annotations.NullMarked;
