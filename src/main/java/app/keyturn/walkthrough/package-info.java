/** {@code --walkthrough}: plays a practice renewal by itself and takes pictures of every page. */
@NullMarked
package app.keyturn.walkthrough;

import org.jspecify.annotations.NullMarked;
