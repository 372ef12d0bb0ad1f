/** Page 4: the new token is pasted, cleaned and checked; the user enters when it expires. */
@NullMarked
package app.keyturn.pages.token;

import org.jspecify.annotations.NullMarked;
