@NullMarked
package app.keyturn.selfcheck;

import org.jspecify.annotations.NullMarked;
