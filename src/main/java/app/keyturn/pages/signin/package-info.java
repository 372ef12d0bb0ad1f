/**
 * Page 3: the sign-in at Microsoft, and what is found there. Also run early, to check that side first.
 *
 * <p>{@link app.keyturn.pages.signin.SignInModel} signs in, {@code AppLoader} reads what comes after, {@code AppSearch}
 * looks for an app that was not found by itself. All three move one {@code SignInState}, so that one piece of work is under
 * way at a time and the page shows one thing. A search through all apps is offered and never begun by itself: in a large
 * organisation it takes minutes.
 */
@NullMarked
package app.keyturn.pages.signin;

import org.jspecify.annotations.NullMarked;
