package app.keyturn;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.TokenParser;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Tasks;
import app.keyturn.wizard.Wizard;
import java.time.Clock;

/**
 * What all pages of one session share.
 *
 * @param environment what the session is given from outside
 * @param practising true in practice mode
 * @param renewalState what the user has entered and what was found
 * @param messages the texts, in the current language
 * @param desktop browser, clipboard and files
 * @param parser parses pasted text as a token
 * @param tasks runs work off the JavaFX thread
 * @param wizard the state of the frame
 * @param services Microsoft's side
 */
record SessionContext(Environment environment, boolean practising, RenewalState renewalState, Messages messages,
        Desktop desktop, TokenParser parser, Tasks tasks, Wizard wizard, EntraServices services) {
    Clock clock() {
        return environment.clock();
    }
}
