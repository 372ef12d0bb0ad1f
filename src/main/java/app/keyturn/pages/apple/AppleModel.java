package app.keyturn.pages.apple;

import app.keyturn.guide.Guide;
import app.keyturn.guide.Guides;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenReader;
import app.keyturn.wizard.Desktop;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.PageModel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** How to make the token at Apple, and the token on its way from Apple's page to the token field. */
public final class AppleModel extends PageModel {

    /** How a message is meant. */
    public enum Tone {
        NONE, GOOD, DOUBT
    }

    private final Draft draft;
    private final TokenReader reader;
    private final Desktop desktop;
    private final Frame frame;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Guide> guide;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.NONE);

    /**
     * Makes the model.
     *
     * @param draft tells the portal, and keeps the token
     * @param reader tells a token from something else
     * @param desktop opens the portal, and reads the clipboard when the person presses the button
     * @param frame goes on
     * @param messages the words
     */
    public AppleModel(Draft draft, TokenReader reader, Desktop desktop, Frame frame, Messages messages) {
        super(messages.text("frame.continue"));
        this.draft = draft;
        this.reader = reader;
        this.desktop = desktop;
        this.frame = frame;
        this.messages = messages;
        guide = new ReadOnlyObjectWrapper<>(this, "guide", newestFor(draft.portal().get()));
        draft.portal().subscribe(portal -> guide.set(newestFor(portal)));
        draft.pasted().subscribe(text -> {
            if (text.isEmpty() && tone.get() == Tone.GOOD) {
                say(Tone.NONE, "");
            }
        });
    }

    /** The steps to show. */
    public ReadOnlyObjectProperty<Guide> guide() {
        return guide.getReadOnlyProperty();
    }

    /** What came of the last button, in words; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** How the message is meant. */
    public ReadOnlyObjectProperty<Tone> tone() {
        return tone.getReadOnlyProperty();
    }

    /** Opens the portal in the browser. */
    public void openPortal() {
        Portal portal = guide.get().portal();
        if (!desktop.open(portal.site())) {
            say(Tone.DOUBT, messages.text("apple.no-browser", portal.site().getHost()));
        }
    }

    /** Reads the clipboard and keeps what can be a token; what cannot is named, and not kept. */
    public void keepToken() {
        String copied = desktop.paste().orElse("");
        switch (reader.read(copied)) {
            case TokenCheck.Usable usable -> {
                usable.token().destroy();
                draft.pasted().set(copied);
                draft.kept().set(true);
                say(Tone.GOOD, messages.text("apple.kept"));
            }
            case TokenCheck.Refused refused -> say(Tone.DOUBT, messages.text("token.refused." + refused.reason()));
        }
    }

    /** Goes on with a token made before, by this person or another. */
    public void goOn() {
        frame.next();
    }

    private void say(Tone how, String words) {
        tone.set(how);
        message.set(words);
    }

    private static Guide newestFor(@Nullable Portal portal) {
        return Guides.of(portal == null ? Portal.SCHOOL : portal).getFirst();
    }
}
