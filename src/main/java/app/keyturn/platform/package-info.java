/**
 * The operating system and the way out of it. Nothing here knows what a renewal is.
 *
 * <p>{@link app.keyturn.platform.AddressBook} is how practice and earnest differ: the same classes use the same
 * addresses, and only the book says where these lead. A setting for each address was not chosen, since a setting can
 * point the real program elsewhere.
 */
@NullMarked
package app.keyturn.platform;

import org.jspecify.annotations.NullMarked;
