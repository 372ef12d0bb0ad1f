/** Page 5, <em>Test and save</em>: says what will happen, then tests, saves, checks and restarts the sync. */
@NullMarked
package app.keyturn.pages.save;

import org.jspecify.annotations.NullMarked;
