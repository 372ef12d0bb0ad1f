/** Tests of the practice world, over real HTTP and with a clock that is set by hand. */
@NullMarked
package app.keyturn.practice;

import org.jspecify.annotations.NullMarked;
