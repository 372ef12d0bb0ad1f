/** Microsoft Graph: calls, batches, searches. */
@NullMarked
package app.keyturn.entra.graph;

import org.jspecify.annotations.NullMarked;
