@NullMarked
package app.keyturn.desktop;

import org.jspecify.annotations.NullMarked;
