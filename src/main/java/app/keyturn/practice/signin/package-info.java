/** Microsoft's sign-in in the practice world. */
@NullMarked
package app.keyturn.practice.signin;

import org.jspecify.annotations.NullMarked;
