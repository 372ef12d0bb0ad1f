/**
 * How to create a token at Apple, as data: one JSON file for each portal and version of its screens, and drawings. A
 * new version is a new file, its name in {@code index.json}, and its messages.
 */
@NullMarked
package app.keyturn.guide;

import org.jspecify.annotations.NullMarked;
