/**
 * The practice world: stand-ins on loopback for Microsoft's sign-in, Microsoft Graph and Apple's token page. Users
 * rehearse in it, and the tests run against it. It knows HTTP only and uses no other package of the program.
 *
 * <p>{@link app.keyturn.practice.PracticeWorld} is the entry point; {@link app.keyturn.practice.PracticeBrowser} plays
 * the user in front of a browser.
 */
@NullMarked
package app.keyturn.practice;

import org.jspecify.annotations.NullMarked;
