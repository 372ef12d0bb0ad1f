/** The HTTP client under the sign-in and Microsoft Graph: proxy, trust, errors. */
@NullMarked
package app.keyturn.entra.http;

import org.jspecify.annotations.NullMarked;
