@NullMarked
package app.keyturn.practice.signin;

import org.jspecify.annotations.NullMarked;
