/**
 * What eyes see of a window, put to the test: each page and state of it in every language, look and size.
 *
 * <p>A {@link app.keyturn.eyes.Sheet} is what stands in the window at one moment; each check is a small class that names
 * what is wrong on a sheet. They look at the real scene graph and at real pixels, not at pictures kept from before:
 * those would say that something changed, and never whether it was right to begin with.
 */
@NullMarked
package app.keyturn.eyes;

import org.jspecify.annotations.NullMarked;
