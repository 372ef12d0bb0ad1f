/**
 * The records of a renewal: a receipt and a calendar reminder, both made from one
 * {@link app.keyturn.records.RenewalRecord}; the {@link app.keyturn.records.ExpiryBook} on this computer; and
 * {@link app.keyturn.records.SaveNotes} while a token is being saved. None of them has a field for a token.
 */
@NullMarked
package app.keyturn.records;

import org.jspecify.annotations.NullMarked;
