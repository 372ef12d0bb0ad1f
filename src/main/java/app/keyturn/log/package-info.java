/** The log of what the program does, and the redactor that keeps secrets out of it. */
@NullMarked
package app.keyturn.log;

import org.jspecify.annotations.NullMarked;
