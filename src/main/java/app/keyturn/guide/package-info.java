/**
 * How a token is made at Apple, as data: a file for each portal and version of its screens, and pictures drawn by us.
 *
 * <p>Apple moves and renames these screens about once a year, so the steps name landmarks to look for and both names
 * of a button rather than one path; a new version is a new file, its name in {@code index.json}, and its words. The
 * words stand in the message bundle under the keys given in the file, so that they are translated with all others.
 * JSON was chosen since its reader is here already; web pages were not, since Microsoft's own tutorial still shows a
 * path Apple has given up, nor were screenshots, which are Apple's, have one language and do not follow the text's size.
 */
@NullMarked
package app.keyturn.guide;

import org.jspecify.annotations.NullMarked;
