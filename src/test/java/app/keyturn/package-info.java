/** The house rules, and journeys through the whole program. */
@NullMarked
package app.keyturn;

import org.jspecify.annotations.NullMarked;
