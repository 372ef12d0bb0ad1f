/** Everything that can go wrong between Keyturn and Microsoft, at every operation of a renewal. */
@NullMarked
package app.keyturn.faults;

import org.jspecify.annotations.NullMarked;
