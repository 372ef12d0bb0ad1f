/** Everything that can go wrong on the way to Microsoft, at each thing that Keyturn does there. */
@NullMarked
package app.keyturn.faults;

import org.jspecify.annotations.NullMarked;
