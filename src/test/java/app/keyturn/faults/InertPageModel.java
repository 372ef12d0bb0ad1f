package app.keyturn.faults;

import app.keyturn.i18n.Messages;
import app.keyturn.wizard.PageModel;

/** Of a page that only tells something. */
final class InertPageModel extends PageModel {
    InertPageModel() {
        super(Messages.empty());
    }
}
