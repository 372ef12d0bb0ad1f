/**
 * For people whose accounts come to Apple by another way than a token in Microsoft Entra: what theirs is, how to tell,
 * and what to do instead. Pages shown aside, since nobody who needs Keyturn passes them.
 *
 * <p>What they say is Apple's, and no more than Apple says: "Intro to directory syncing" (axmcf6446c6e) for one source at
 * a time; "Sync user accounts from Microsoft Entra ID" (axm3ec7b95ad), which describes OIDC and no token to copy; "Use
 * federated authentication with Google Workspace" (axmaef1a0154) and "with Microsoft Entra ID" (axm8c1cac980), for a
 * connection that runs out and has to be connected again; "Sync user accounts from your identity provider"
 * (axm526a05814), for SCIM with a client secret and the four calendar days, all in the user guides of Apple School
 * Manager and Apple Business Manager. The life of a client secret, 6, 9 or 12 months, is told by
 * github.com/solarssk/ssf-transmitter (2026) and JumpCloud's help, which advises 12.
 */
@NullMarked
package app.keyturn.pages.elsewhere;

import org.jspecify.annotations.NullMarked;
