/**
 * Microsoft: the ports {@link app.keyturn.renewal.SignIn} and {@link app.keyturn.renewal.Provisioning} made real with
 * MSAL4J and the Microsoft Graph SDK, and {@link app.keyturn.renewal.ConnectivityCheck} with neither.
 *
 * <p>The app is looked for where that costs the same few requests in every organisation: by name and by template
 * ({@link app.keyturn.entra.graph.NamedSearch}). What it is, is told by the address in its connection. Looking into every app
 * ({@link app.keyturn.entra.graph.FullScan}) takes minutes in a large organisation, so that is done only when asked for.
 *
 * <p>Both libraries send through the one client of {@link app.keyturn.entra.http.EntraHttp}, which repeats nothing, follows
 * no redirect and keeps to the program's time limits; their own clients, which repeat a PUT by themselves, were not
 * chosen. MSAL4J's one-call sign-in was not chosen either, because it drops the reason a sign-in failed. What goes wrong
 * is put into words of the renewal in one place, {@link app.keyturn.entra.ProblemMapper}, and no text of an answer or an
 * exception gets past it.
 *
 * <p>The one question that goes to somebody else, {@link app.keyturn.update.ReleaseFeed}, takes the same client, and so the
 * same trust, proxy and log. A client of its own was not chosen: it would have to be kept as careful as this one.
 */
@NullMarked
package app.keyturn.entra;

import org.jspecify.annotations.NullMarked;
