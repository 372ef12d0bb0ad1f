/**
 * Measures start, memory and size of the installed program: {@link bench.Benchmark} is the entry point.
 *
 * <p>Run by {@code mvn -Pbench verify}; never shipped.
 */
@NullMarked
package bench;

import org.jspecify.annotations.NullMarked;
