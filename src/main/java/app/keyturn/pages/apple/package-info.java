/** Page 2, <em>Get the token</em>: how to create the token at Apple, and keeping it until it is needed. */
@NullMarked
package app.keyturn.pages.apple;

import org.jspecify.annotations.NullMarked;
