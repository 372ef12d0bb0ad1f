package app.keyturn.pages.start;

/**
 * The ways to the pages for people whose accounts come to Apple without a token in Microsoft Entra.
 *
 * @param oidc for those linked by OIDC
 * @param google for those with Google Workspace
 * @param other for those with Okta or another provider
 */
public record OtherLinks(Runnable oidc, Runnable google, Runnable other) {}
