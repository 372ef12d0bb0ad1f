/** The real window, driven as a user does, through whole renewals and single pages. */
@NullMarked
package app.keyturn.journeys;

import org.jspecify.annotations.NullMarked;
