/** Page 4: the new token is pasted, cleaned and looked at; when it runs out is asked. */
@NullMarked
package app.keyturn.pages.token;

import org.jspecify.annotations.NullMarked;
