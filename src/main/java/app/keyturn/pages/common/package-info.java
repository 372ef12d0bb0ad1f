/** Cards, models and texts that several pages share. */
@NullMarked
package app.keyturn.pages.common;

import org.jspecify.annotations.NullMarked;
