/** Page 3: the sign-in at Microsoft, and what is found there. Also run early, to check that side first. */
@NullMarked
package app.keyturn.pages.signin;

import org.jspecify.annotations.NullMarked;
