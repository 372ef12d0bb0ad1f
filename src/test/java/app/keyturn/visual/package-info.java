/**
 * Checks how pages look: what is cut off, overlapping, unreadable or not accessible, in every variant of the window.
 */
@NullMarked
package app.keyturn.visual;

import org.jspecify.annotations.NullMarked;
