/** The program: the main class, and the classes that wire all other packages together, by constructors. */
@NullMarked
package app.keyturn;

import org.jspecify.annotations.NullMarked;
