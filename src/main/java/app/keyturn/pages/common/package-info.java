/** What several pages show or know. */
@NullMarked
package app.keyturn.pages.common;

import org.jspecify.annotations.NullMarked;
