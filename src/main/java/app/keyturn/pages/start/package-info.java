/** Page 1, <em>Start</em>: which portal, what to have at hand, and the ways in. */
@NullMarked
package app.keyturn.pages.start;

import org.jspecify.annotations.NullMarked;
