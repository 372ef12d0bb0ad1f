package app.keyturn.pages.elsewhere;

import app.keyturn.i18n.Messages;
import app.keyturn.wizard.PageModel;

/** Nothing is entered here, and there is nothing to go on to: the frame's <em>Back</em> leads away. */
public final class ElsewhereModel extends PageModel {
    /** Makes the model. */
    public ElsewhereModel() {
        super(Messages.empty());
    }
}
