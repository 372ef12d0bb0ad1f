/** Page 2, <em>Get the token</em>: how to make the token at Apple, and how to keep it here until it is needed. */
@NullMarked
package app.keyturn.pages.apple;

import org.jspecify.annotations.NullMarked;
