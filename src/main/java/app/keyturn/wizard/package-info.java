/**
 * The frame of the window: the ordered pages, next and back, the rail, and where a problem is shown.
 *
 * <p>The frame computes next and back from one ordered list, and a page never names another: a page that can carry out
 * an {@link app.keyturn.renewal.Action} says so, and the frame finds it. One list was chosen over each page knowing
 * its neighbour, so that the order of the steps stands in one place. Work runs off the JavaFX thread through
 * {@link app.keyturn.wizard.Tasks}, which turns every exception into a problem on the page.
 */
@NullMarked
package app.keyturn.wizard;

import org.jspecify.annotations.NullMarked;
