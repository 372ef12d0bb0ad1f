/** What is written to the log, and the redactor that keeps secrets out of it. */
@NullMarked
package app.keyturn.log;

import org.jspecify.annotations.NullMarked;
