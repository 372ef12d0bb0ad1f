/**
 * Page 3: the sign-in at Microsoft, and what is found there; it can also come before page 2, to check that side first.
 *
 * <p>{@link app.keyturn.pages.signin.SignInModel} signs in, {@code AppLoader} reads what comes after, {@code AppSearch}
 * searches for an app that was not found automatically. All three use one {@code SignInState}, so that one task runs at
 * a time. A search through all apps takes minutes in a large organisation, so it is offered and never started
 * automatically.
 */
@NullMarked
package app.keyturn.pages.signin;

import org.jspecify.annotations.NullMarked;
