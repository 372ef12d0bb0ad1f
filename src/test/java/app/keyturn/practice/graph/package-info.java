@NullMarked
package app.keyturn.practice.graph;

import org.jspecify.annotations.NullMarked;
