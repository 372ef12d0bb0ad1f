/** The scenarios of the practice world. */
@NullMarked
package app.keyturn.practice.scenario;

import org.jspecify.annotations.NullMarked;
