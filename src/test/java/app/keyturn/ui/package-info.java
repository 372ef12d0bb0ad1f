@NullMarked
package app.keyturn.ui;

import org.jspecify.annotations.NullMarked;
