/** Microsoft's sign-in in the practice world: the authorize page, the token endpoint, and the tokens issued. */
@NullMarked
package app.keyturn.practice.signin;

import org.jspecify.annotations.NullMarked;
