@NullMarked
package app.keyturn.i18n;

import org.jspecify.annotations.NullMarked;
