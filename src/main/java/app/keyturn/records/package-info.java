/**
 * What is left in the person's hands after a renewal: a reminder for their calendar, a receipt, and the day it is due
 * again.
 *
 * <p>Reminder and receipt are made of one {@link app.keyturn.records.RenewalRecord}, which has no room for a token.
 * They are files, since a file works with every calendar and every archive; writing into a calendar through Microsoft
 * Graph was not chosen, since it would need one more permission. Words come from a {@link java.util.ResourceBundle}, so
 * that a page, a test and a later command line can all use them.
 *
 * <p>On this computer stays the {@link app.keyturn.records.ExpiryBook}: a readable JSON file in which members that
 * this version does not know are kept. A later version that needs more than new members raises {@code version}, and
 * older programs then leave the file alone; guessing at it was not chosen, since what is guessed wrong is a lost date.
 *
 * <p>While a token is being saved, {@link app.keyturn.records.SaveNotes} stands beside it, so that a program that
 * is killed then can say so at its next start. It does not note how the save went: a lost answer cannot be noted. Each app
 * has a file of its own, so that two windows never write into one; and whoever writes one holds a lock, by which another
 * window knows that it still runs.
 */
@NullMarked
package app.keyturn.records;

import org.jspecify.annotations.NullMarked;
