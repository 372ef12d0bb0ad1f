/** Microsoft Graph in the practice world. */
@NullMarked
package app.keyturn.practice.graph;

import org.jspecify.annotations.NullMarked;
