/** Apple's side of the practice world: the two portals, their token pages, and the SCIM service that Entra calls. */
@NullMarked
package app.keyturn.practice.apple;

import org.jspecify.annotations.NullMarked;
