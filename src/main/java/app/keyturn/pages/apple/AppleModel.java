package app.keyturn.pages.apple;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.Notice;
import app.keyturn.pages.common.PastedToken;
import app.keyturn.pages.common.SyncText;
import app.keyturn.records.KnownTokens;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.TokenParser;
import app.keyturn.ui.Tone;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * The page for creating the token at Apple: opens the portal, and takes the token from the clipboard to the token
 * field.
 */
public final class AppleModel extends PageModel {

    /** The button to press next. */
    public enum NextPress {
        OPEN, KEEP, CONTINUE
    }

    private final RenewalState renewalState;
    private final TokenParser parser;
    private final KnownTokens known;
    private final Desktop desktop;
    private final Frame frame;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Portal> portal = new ReadOnlyObjectWrapper<>(this, "portal", Portal.SCHOOL);
    private final ReadOnlyObjectWrapper<Optional<EntraSummary>> entraSummary = new ReadOnlyObjectWrapper<>(this,
            "entraSummary",
            Optional.empty());
    private final ReadOnlyStringWrapper request = new ReadOnlyStringWrapper(this, "request", "");
    private final ReadOnlyStringWrapper copied = new ReadOnlyStringWrapper(this, "copied", "");
    private final Notice notice = new Notice();
    private final BooleanProperty opened = new SimpleBooleanProperty(this, "opened");
    private final ReadOnlyObjectWrapper<NextPress> nextPress = new ReadOnlyObjectWrapper<>(this, "nextPress",
            NextPress.OPEN);
    private final ReadOnlyBooleanWrapper replaceQuestion = new ReadOnlyBooleanWrapper(this, "replaceQuestion");

    /**
     * Creates the model.
     *
     * @param renewalState has the portal and what was found, and keeps the token
     * @param known recognises tokens that were saved before
     * @param desktop opens the portal, and reads the clipboard only when the user presses the button
     * @param colleague the request to a colleague, with what is known so far
     */
    public AppleModel(RenewalState renewalState, TokenParser parser, KnownTokens known, Desktop desktop, Frame frame,
            Messages messages, SyncText syncText,
            Supplier<String> colleague) {
        super(messages.live("frame.continue"));
        this.renewalState = renewalState;
        this.parser = parser;
        this.known = known;
        this.desktop = desktop;
        this.frame = frame;
        this.messages = messages;
        renewalState.portal().subscribe(chosen -> {
            portal.set(chosen == null ? Portal.SCHOOL : chosen);
            opened.set(false);
        });
        renewalState.onNextRenewal(() -> opened.set(false));
        entraSummary.bind(Bindings.createObjectBinding(() -> EntraSummary.of(renewalState, messages, syncText),
                renewalState.portal(),
                renewalState.signedIn(), renewalState.target(), messages.language()));
        request.bind(messages.live(colleague, renewalState.signedIn(), renewalState.target()));
        request.subscribe(_ -> copied.bind(Messages.empty()));
        nextPress.bind(
                Bindings.createObjectBinding(() -> nextPress(renewalState.pasted().get()), renewalState.pasted(),
                        opened));
        mainButtonPrimaryWhile(nextPress.isEqualTo(NextPress.CONTINUE));
        renewalState.pasted().subscribe(text -> {
            if (text.isEmpty()) {
                replaceQuestion.set(false);
                notice.clear();
            }
        });
    }

    /** The portal to create the token in; Apple School Manager while none is chosen. */
    public ReadOnlyObjectProperty<Portal> portal() {
        return portal.getReadOnlyProperty();
    }

    /** What is known of Microsoft's side; empty before it was checked. */
    public ReadOnlyObjectProperty<Optional<EntraSummary>> entraSummary() {
        return entraSummary.getReadOnlyProperty();
    }

    /** A request to a colleague with what is known so far, without the token. */
    public ReadOnlyStringProperty request() {
        return request.getReadOnlyProperty();
    }

    /** Confirms that the request was copied; empty before. */
    public ReadOnlyStringProperty copied() {
        return copied.getReadOnlyProperty();
    }

    /** The result of the last button. */
    public Notice notice() {
        return notice;
    }

    /** The button to press next: open Apple's site, then keep the token, then the main button. */
    public ReadOnlyObjectProperty<NextPress> nextPress() {
        return nextPress.getReadOnlyProperty();
    }

    /** True while the message asks whether a doubtful text should replace the current token. */
    public ReadOnlyBooleanProperty replaceQuestion() {
        return replaceQuestion.getReadOnlyProperty();
    }

    public void openPortal() {
        URI site = portal.get().site();
        opened.set(true);
        if (!desktop.open(site)) {
            showNotice(Tone.DOUBT, messages.live("apple.no-browser", site.getHost()));
        }
    }

    /**
     * Keeps the text on the clipboard if it can be a token, and says so if it cannot. A doubtful text replaces a
     * current token only through {@link #keepInstead}.
     */
    public void keepToken() {
        keep(false);
    }

    /** Reads the clipboard once more and keeps a text that can be a token, even in place of the current one. */
    public void keepInstead() {
        keep(true);
    }

    /** Continues with a token that already exists. */
    public void continueWithToken() {
        frame.next();
    }

    public void copyRequest() {
        desktop.copy(request.get());
        copied.bind(messages.live("apple.colleague.copied"));
    }

    private void keep(boolean replace) {
        String text = desktop.paste().orElse("");
        PastedToken pasted = PastedToken.read(text, parser, known);
        pasted.destroy();
        if (pasted.error().isPresent()) {
            showNotice(Tone.DOUBT, messages.live(pasted.error().get()));
            return;
        }
        Optional<String> doubt = pasted.doubt();
        String current = renewalState.pasted().get();
        if (doubt.isPresent() && !replace && !current.isEmpty() && !current.equals(text)) {
            showNotice(Tone.DOUBT, messages.live(
                    () -> messages.text(doubt.get()) + " " + messages.text("apple.keep.instead.ask")));
            replaceQuestion.set(true);
            return;
        }
        renewalState.pasted().set(text);
        renewalState.kept().set(true);
        showNotice(doubt.isEmpty() ? Tone.GOOD : Tone.DOUBT,
                doubt.map(key -> messages.live(() -> messages.text("apple.kept.doubt", messages.text(key))))
                        .orElse(messages.live("apple.kept")));
    }

    private NextPress nextPress(String pasted) {
        return pasted.isEmpty() ? opened.get() ? NextPress.KEEP : NextPress.OPEN : NextPress.CONTINUE;
    }

    private void showNotice(Tone tone, ObservableValue<String> message) {
        replaceQuestion.set(false);
        notice.show(tone, message);
    }
}
