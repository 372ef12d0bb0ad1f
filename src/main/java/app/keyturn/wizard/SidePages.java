package app.keyturn.wizard;

import org.jspecify.annotations.Nullable;

/**
 * The pages outside the order. The frame opens them, and its <em>Back</em> closes them, so they need no other way back.
 *
 * @param byHand how to finish by hand in Microsoft's portal
 * @param settings null if there is nothing to set
 * @param noToken for connections that need no token
 */
public record SidePages(Page byHand, @Nullable Page settings, Page noToken) {}
