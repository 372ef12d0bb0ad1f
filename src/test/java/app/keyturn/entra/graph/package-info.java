@NullMarked
package app.keyturn.entra.graph;

import org.jspecify.annotations.NullMarked;
