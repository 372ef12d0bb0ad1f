package app.keyturn.entra.signin;

import app.keyturn.entra.ClientRegistration;
import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.Prompt;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * The sign-in app in MSAL4J, for one organisation. It keeps the tokens of the account that signs in, in memory.
 */
record MsalApp(ClientRegistration registration, PublicClientApplication application) {
    /**
     * Creates the app. Instance discovery and retries are off: our clouds are known, and nothing is repeated.
     *
     * @param tenant a domain or an id, already validated
     */
    static MsalApp of(ClientRegistration registration, String tenant, MsalHttp http, ExecutorService threads) {
        try {
            return new MsalApp(registration, PublicClientApplication.builder(registration.clientId())
                    .authority(registration.cloud().login() + "/" + tenant + "/")
                    .validateAuthority(false)
                    .instanceDiscovery(false)
                    .disableInternalRetries()
                    .httpClient(http)
                    .executorService(threads)
                    .build());
        } catch (MalformedURLException e) {
            throw new IllegalStateException("A cloud and a valid tenant make a valid URL", e);
        }
    }

    /** Microsoft's sign-in page, which sends the browser to this redirect address afterwards. */
    URI signInPage(String redirect, Pkce pkce, String state) {
        return URI.create(application
                .getAuthorizationRequestUrl(
                        AuthorizationRequestUrlParameters.builder(redirect, registration.cloud().scopes())
                                .prompt(Prompt.SELECT_ACCOUNT)
                                .codeChallenge(pkce.challenge())
                                .codeChallengeMethod("S256")
                                .state(state)
                                .build())
                .toString());
    }

    /** Exchanges the browser's code for tokens. */
    CompletableFuture<IAuthenticationResult> redeem(RedirectParameters.Code code, String redirect, Pkce pkce) {
        return application.acquireToken(AuthorizationCodeParameters.builder(code.value(), URI.create(redirect))
                .scopes(registration.cloud().scopes())
                .codeVerifier(pkce.verifier())
                .build());
    }

    /** An access token of an account that has signed in through this app, renewed if it has expired. */
    CompletableFuture<IAuthenticationResult> refreshSilently(IAccount account) {
        try {
            return application
                    .acquireTokenSilently(SilentParameters.builder(registration.cloud().scopes(), account).build());
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The authority was an address a moment ago", e);
        }
    }
}
