package app.keyturn.walkthrough;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Portal;
import javafx.scene.Scene;

/** The window that a walkthrough drives. */
public interface WalkthroughWindow {
    Scene scene();

    Messages messages();

    /** Starts a scenario of the practice world. */
    void enterPractice(Portal portal, String scenario);

    /** The number of calls to Microsoft Graph until the green page; zero before. */
    int callsToGreen();
}
