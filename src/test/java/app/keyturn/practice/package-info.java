/** Tests of the practice world, over real HTTP and with a clock that the test sets. */
@NullMarked
package app.keyturn.practice;

import org.jspecify.annotations.NullMarked;
