/** Page 6: what was done, the first sync watched live, reminder, receipt, and the last step at Apple. */
@NullMarked
package app.keyturn.pages.done;

import org.jspecify.annotations.NullMarked;
