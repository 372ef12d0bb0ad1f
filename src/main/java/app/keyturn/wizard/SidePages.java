package app.keyturn.wizard;

import org.jspecify.annotations.Nullable;

/**
 * The pages outside the order, which the frame opens and closes. They need no way back of their own: while one is
 * shown, the frame's <em>Back</em> closes it.
 *
 * @param byHand how to finish by hand in Microsoft's portal
 * @param settings what may be set; null if there is nothing
 * @param noToken for those whose link needs no token
 */
public record SidePages(Page byHand, @Nullable Page settings, Page noToken) {}
