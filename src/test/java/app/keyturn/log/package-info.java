@NullMarked
package app.keyturn.log;

import org.jspecify.annotations.NullMarked;
