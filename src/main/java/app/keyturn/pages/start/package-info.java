/** Page 1, <em>Start</em>: the portal, what to have at hand, and the ways to start. */
@NullMarked
package app.keyturn.pages.start;

import org.jspecify.annotations.NullMarked;
