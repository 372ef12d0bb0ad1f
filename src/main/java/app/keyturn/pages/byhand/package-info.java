/** A side page: how to finish by hand in Microsoft's portal when Keyturn cannot. */
@NullMarked
package app.keyturn.pages.byhand;

import org.jspecify.annotations.NullMarked;
