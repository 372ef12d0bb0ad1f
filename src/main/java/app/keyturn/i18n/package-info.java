/** The texts of the program in the current language: messages, dates, times. */
@NullMarked
package app.keyturn.i18n;

import org.jspecify.annotations.NullMarked;
