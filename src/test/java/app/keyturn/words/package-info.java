/**
 * The words themselves, in every language: how hard they are to read, and that each key has its text and each text its
 * use. What the words of one part of the program have to say is tested beside that part.
 */
@NullMarked
package app.keyturn.words;

import org.jspecify.annotations.NullMarked;
