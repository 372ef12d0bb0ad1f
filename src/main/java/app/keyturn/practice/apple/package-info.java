/** Apple's side of the practice world. */
@NullMarked
package app.keyturn.practice.apple;

import org.jspecify.annotations.NullMarked;
