/**
 * For users whose accounts reach Apple without a token in Microsoft Entra: which way that is, how to recognise it, and
 * what to do instead. Side pages, since users who need Keyturn do not pass them.
 *
 * <p>The pages say no more than Apple does: "Intro to directory syncing" (axmcf6446c6e) for one source at a time; "Sync
 * user accounts from Microsoft Entra ID" (axm3ec7b95ad), which describes OIDC and no token to copy; "Use federated
 * authentication with Google Workspace" (axmaef1a0154) and "with Microsoft Entra ID" (axm8c1cac980), for a connection
 * that expires and must be reconnected; "Sync user accounts from your identity provider" (axm526a05814), for SCIM with
 * a client secret and the four calendar days; all in the user guides of Apple School Manager and Apple Business
 * Manager. The lifetime of a client secret (6, 9 or 12 months) comes from github.com/solarssk/ssf-transmitter (2026)
 * and JumpCloud's help, which recommends 12.
 */
@NullMarked
package app.keyturn.pages.elsewhere;

import org.jspecify.annotations.NullMarked;
