/** Doubles, one for each port, and what tests of several packages share. */
@NullMarked
package app.keyturn.testkit;

import org.jspecify.annotations.NullMarked;
