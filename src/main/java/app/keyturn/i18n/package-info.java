/** The texts of the program in the language of the moment: messages, dates, plurals. */
@NullMarked
package app.keyturn.i18n;

import org.jspecify.annotations.NullMarked;
