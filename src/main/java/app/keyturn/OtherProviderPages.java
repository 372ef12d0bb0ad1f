package app.keyturn;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.elsewhere.ElsewhereModel;
import app.keyturn.pages.elsewhere.ElsewherePage;
import app.keyturn.pages.elsewhere.IdentitySource;
import app.keyturn.pages.start.OtherLinks;
import app.keyturn.wizard.LazyPage;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.PageModel;
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
        return new OtherProviderPages(late(IdentitySource.OIDC, messages), late(IdentitySource.GOOGLE, messages),
                late(IdentitySource.OTHER, messages));
    }

    private static Page late(IdentitySource source, Messages messages) {
        PageModel nothingToDo = new ElsewhereModel();
        return new LazyPage(source.pageId(), nothingToDo, () -> new ElsewherePage(source, nothingToDo, messages));
    }

    /** The ways to them from the first page. */
    OtherLinks links(Wizard wizard) {
        return new OtherLinks(() -> wizard.showAside(oidc), () -> wizard.showAside(google),
                () -> wizard.showAside(other));
    }

    List<Page> pages() {
        return List.of(oidc, google, other);
    }
}
