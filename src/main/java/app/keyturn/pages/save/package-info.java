/** Page 5: says what will happen, and makes it happen: test, save, check, resume. */
@NullMarked
package app.keyturn.pages.save;

import org.jspecify.annotations.NullMarked;
