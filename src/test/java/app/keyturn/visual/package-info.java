@NullMarked
package app.keyturn.visual;

import org.jspecify.annotations.NullMarked;
