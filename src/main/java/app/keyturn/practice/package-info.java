/**
 * The practice world: stand-ins, on loopback, for Microsoft's sign-in, Microsoft Graph's synchronization API and
 * Apple's token page. People rehearse in it, and the tests run against it, so that both see one and the same thing.
 *
 * <p>It knows HTTP only: it uses no other package of the program, so nothing in here can reach the real world, and the
 * program's own classes run unchanged against it. A second implementation of the program's ports was not chosen, because
 * a rehearsal that skips the network code rehearses something else.
 *
 * <p>What a scenario is made of stands in one table, {@code ScenarioSpec}: which applications there are, what is stored of the
 * link, how the jobs stand, and one twist. A class a scenario was not chosen, because they differ in a word each.
 *
 * <p>{@link app.keyturn.practice.PracticeWorld} is the way in; {@link app.keyturn.practice.PracticeBrowser} plays the
 * person in front of it.
 */
@NullMarked
package app.keyturn.practice;

import org.jspecify.annotations.NullMarked;
