package app.keyturn;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.elsewhere.ElsewherePage;
import app.keyturn.pages.elsewhere.IdentitySource;
import app.keyturn.pages.start.StartPage.OtherLinks;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.Wizard;
import java.util.List;

/**
 * The pages for people whose accounts come to Apple without a token in Microsoft Entra.
 *
 * @param oidc for those linked by OIDC
 * @param google for those with Google Workspace
 * @param other for those with Okta or another provider
 */
record OtherProviderPages(Page oidc, Page google, Page other) {
    static OtherProviderPages in(Messages messages) {
        return new OtherProviderPages(ElsewherePage.lazy(IdentitySource.OIDC, messages),
                ElsewherePage.lazy(IdentitySource.GOOGLE, messages),
                ElsewherePage.lazy(IdentitySource.OTHER, messages));
    }

    /** The ways to them from the first page. */
    OtherLinks links(Wizard wizard) {
        return new OtherLinks(() -> wizard.showSidePage(oidc), () -> wizard.showSidePage(google),
                () -> wizard.showSidePage(other));
    }

    List<Page> pages() {
        return List.of(oidc, google, other);
    }
}
