@NullMarked
package app.keyturn.update;

import org.jspecify.annotations.NullMarked;
