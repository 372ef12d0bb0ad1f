/** The program: the main class, and the one place where its parts are wired together, by constructors. */
@NullMarked
package app.keyturn;

import org.jspecify.annotations.NullMarked;
