@NullMarked
package app.keyturn.practice.apple;

import org.jspecify.annotations.NullMarked;
