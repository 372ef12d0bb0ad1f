/**
 * What is left in the person's hands after a renewal: a reminder for their calendar and a receipt.
 *
 * <p>Both are made of one {@link app.keyturn.aftercare.RenewalRecord}, which has no room for a token. They are files,
 * since a file works with every calendar and every archive; writing into a calendar through Microsoft Graph was not
 * chosen, since it would need one more permission. Words come from a {@link java.util.ResourceBundle}, so that a page,
 * a test and a later command line can all use them.
 */
@NullMarked
package app.keyturn.aftercare;

import org.jspecify.annotations.NullMarked;
