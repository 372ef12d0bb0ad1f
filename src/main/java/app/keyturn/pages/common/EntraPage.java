package app.keyturn.pages.common;

import java.net.URI;

/**
 * A page of Microsoft's portal to begin with.
 *
 * @param adminCenter the address of that cloud's admin center, as users type it
 * @param ofTheApp true for the app's own page, false for the list of all enterprise apps
 */
public record EntraPage(String adminCenter, URI address, boolean ofTheApp) {}
