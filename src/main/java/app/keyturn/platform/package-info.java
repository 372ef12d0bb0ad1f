/**
 * The operating system and the way out of it. Nothing here knows what a renewal is; the log
 * has its steps and problems as bare words.
 *
 * <p>{@link app.keyturn.platform.TrustedFile} tells administrators' files from others by owner and permissions alone, with
 * what Java has for it. On Windows it goes by who may change Windows itself, since the names of administrators differ from
 * language to language; a native library or a system tool that shows their numbers was not chosen for one small file.
 *
 * <p>{@link app.keyturn.platform.HostMap} is how practice and earnest differ: the same classes use the same
 * addresses, and only the book says where these lead. A setting for each address was not chosen, since a setting can
 * point the real program elsewhere.
 */
@NullMarked
package app.keyturn.platform;

import org.jspecify.annotations.NullMarked;
