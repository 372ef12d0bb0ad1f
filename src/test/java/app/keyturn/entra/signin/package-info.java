@NullMarked
package app.keyturn.entra.signin;

import org.jspecify.annotations.NullMarked;
