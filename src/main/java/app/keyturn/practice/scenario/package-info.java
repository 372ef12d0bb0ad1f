/** The scenarios and settings of the practice world, and the tenant that each scenario starts with. */
@NullMarked
package app.keyturn.practice.scenario;

import org.jspecify.annotations.NullMarked;
