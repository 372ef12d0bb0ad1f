/** An aside page: what may be set, with a line under each field that says what it is for and what empty means. */
@NullMarked
package app.keyturn.pages.settings;

import org.jspecify.annotations.NullMarked;
