package app.keyturn.pages.common;

import java.net.URI;

/**
 * A page of Microsoft's portal from which to begin.
 *
 * @param adminCenter where administrators go in that cloud, as people type it
 * @param address where it is
 * @param ofTheApp true for the app's own page, false for the list of all enterprise apps
 */
public record EntraPage(String adminCenter, URI address, boolean ofTheApp) {}
