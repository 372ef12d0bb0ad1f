/** Building blocks of the user interface: the base class of views, layout helpers, the appearance. */
@NullMarked
package app.keyturn.ui;

import org.jspecify.annotations.NullMarked;
