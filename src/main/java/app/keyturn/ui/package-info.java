/** What pages use to draw: the base of views, layout helpers, the appearance. */
@NullMarked
package app.keyturn.ui;

import org.jspecify.annotations.NullMarked;
