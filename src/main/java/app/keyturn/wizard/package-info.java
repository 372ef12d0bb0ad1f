/**
 * The frame of the window: the ordered pages, next and back, the rail, the problem of a page. The frame computes next
 * and back from one list; a page never refers to another.
 */
@NullMarked
package app.keyturn.wizard;

import org.jspecify.annotations.NullMarked;
