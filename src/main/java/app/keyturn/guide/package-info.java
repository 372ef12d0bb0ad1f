/**
 * How a token is made at Apple, as data: by portal, and by version of its screens.
 *
 * <p>Apple moves and renames these screens about once a year, so the steps name landmarks to look for and both names
 * of a button rather than one path. The words stand in the message bundle under the keys given here, so that a guide
 * can be translated and put beside a newer one without new code; web pages were not chosen, since Microsoft's own
 * tutorial still shows a path Apple has given up.
 */
@NullMarked
package app.keyturn.guide;

import org.jspecify.annotations.NullMarked;
