/**
 * The texts in every language: how hard they are to read, and whether each key has a text and each text a use. The
 * content of texts is tested beside the part of the program they belong to.
 */
@NullMarked
package app.keyturn.words;

import org.jspecify.annotations.NullMarked;
