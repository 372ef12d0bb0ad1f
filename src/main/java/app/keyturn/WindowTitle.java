package app.keyturn;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.done.SyncModel;
import app.keyturn.renewal.SyncProof;
import app.keyturn.wizard.RenewalState;
import javafx.beans.value.ObservableValue;

/** What the window is called: after a save it tells how the first sync stands, to whoever works in another window. */
final class WindowTitle {
    private WindowTitle() {}

    /** The title, in the language of the moment. */
    static ObservableValue<String> of(Messages messages, RenewalState renewalState, SyncModel sync,
            boolean practising) {
        return messages.live(() -> {
            String program = messages.text(practising ? "title.practice" : "title");
            return renewalState.result().get() == null
                    ? program
                    : messages.text("title." + state(sync), program);
        }, renewalState.result(), sync.proof(), sync.watching(), sync.restartResult());
    }

    private static String state(SyncModel sync) {
        return sync.proof().get() instanceof SyncProof.Seen ? "seen" : sync.watching().get() ? "waiting" : "saved";
    }
}
