/**
 * Microsoft Graph in the practice world: the directory, the synchronization API, and the monitor that flags unsafe
 * calls.
 */
@NullMarked
package app.keyturn.practice.graph;

import org.jspecify.annotations.NullMarked;
