package app.keyturn.pages.apple;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.records.KnownTokens;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
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

/** How to make the token at Apple, and the token on its way from Apple's page to the token field. */
public final class AppleModel extends PageModel {

    /** How a message is meant. */
    public enum Tone {
        NONE, GOOD, DOUBT
    }

    /** What is to be pressed next. */
    public enum Press {
        OPEN, KEEP, CONTINUE
    }

    private final RenewalState renewalState;
    private final TokenParser parser;
    private final KnownTokens known;
    private final Desktop desktop;
    private final Frame frame;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Portal> portal = new ReadOnlyObjectWrapper<>(this, "portal", Portal.SCHOOL);
    private final ReadOnlyObjectWrapper<Optional<EntraSummary>> checked = new ReadOnlyObjectWrapper<>(this, "checked",
            Optional.empty());
    private final ReadOnlyStringWrapper request = new ReadOnlyStringWrapper(this, "request", "");
    private final ReadOnlyStringWrapper copied = new ReadOnlyStringWrapper(this, "copied", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.NONE);
    private final BooleanProperty opened = new SimpleBooleanProperty(this, "opened");
    private final ReadOnlyObjectWrapper<Press> press = new ReadOnlyObjectWrapper<>(this, "press", Press.OPEN);
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");

    /**
     * Makes the model.
     *
     * @param renewalState tells the portal and what was found, and keeps the token
     * @param parser tells a token from something else
     * @param known tells tokens that were saved before
     * @param desktop opens the portal, and reads the clipboard when the person presses the button
     * @param frame goes on
     * @param messages the words
     * @param syncText words for the sync's state
     * @param colleague writes a request to a colleague, with what is known by then
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
        checked.bind(Bindings.createObjectBinding(() -> EntraSummary.of(renewalState, messages, syncText),
                renewalState.portal(),
                renewalState.signedIn(), renewalState.target(), messages.language()));
        request.bind(messages.live(colleague, renewalState.signedIn(), renewalState.target()));
        request.subscribe(_ -> copied.bind(Messages.empty()));
        press.bind(
                Bindings.createObjectBinding(() -> next(renewalState.pasted().get()), renewalState.pasted(), opened));
        leadsWhile(press.isEqualTo(Press.CONTINUE));
        renewalState.pasted().subscribe(text -> {
            if (text.isEmpty()) {
                say(Tone.NONE, Messages.empty());
            }
        });
    }

    /** The site to make the token at; Apple School Manager while none is chosen. */
    public ReadOnlyObjectProperty<Portal> portal() {
        return portal.getReadOnlyProperty();
    }

    /** What is known of Microsoft's side; empty before it was looked at. */
    public ReadOnlyObjectProperty<Optional<EntraSummary>> checked() {
        return checked.getReadOnlyProperty();
    }

    /** A request to a colleague, without the token, naming what is known. */
    public ReadOnlyStringProperty request() {
        return request.getReadOnlyProperty();
    }

    /** Says that it is on the clipboard; empty before. */
    public ReadOnlyStringProperty copied() {
        return copied.getReadOnlyProperty();
    }

    /** What came of the last button, in words; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** How the message is meant. */
    public ReadOnlyObjectProperty<Tone> tone() {
        return tone.getReadOnlyProperty();
    }

    /** What is to be pressed next: the way to Apple, then the button that keeps the token, then the main button. */
    public ReadOnlyObjectProperty<Press> press() {
        return press.getReadOnlyProperty();
    }

    /** True while the message asks whether something doubtful shall take the place of the token held. */
    public ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /** Opens the portal in the browser. */
    public void openPortal() {
        URI site = portal.get().site();
        opened.set(true);
        if (!desktop.open(site)) {
            say(Tone.DOUBT, messages.live("apple.no-browser", site.getHost()));
        }
    }

    /**
     * Reads the clipboard and keeps what can be a token; what cannot is named, and not kept. Something doubtful takes
     * the place of a token held already only after {@link #keepInstead}.
     */
    public void keepToken() {
        keep(false);
    }

    /** Reads the clipboard once more and keeps what can be a token, in the place of the one held. */
    public void keepInstead() {
        keep(true);
    }

    /** Goes on with a token made before, by this person or another. */
    public void goOn() {
        frame.next();
    }

    /** Puts the request to a colleague on the clipboard. */
    public void copyRequest() {
        desktop.copy(request.get());
        copied.bind(messages.live("apple.colleague.copied"));
    }

    private void keep(boolean agreed) {
        String text = desktop.paste().orElse("");
        switch (parser.read(text)) {
            case TokenCheck.Usable usable when known.reasonUnusable(usable.token()).isPresent() -> {
                say(Tone.DOUBT, messages.live("token.known." + known.reasonUnusable(usable.token()).orElseThrow()));
                usable.token().destroy();
            }
            case TokenCheck.Usable usable -> {
                usable.token().destroy();
                Optional<String> doubt = usable.doubt().map(what -> "token.doubt." + what);
                String held = renewalState.pasted().get();
                if (doubt.isPresent() && !agreed && !held.isEmpty() && !held.equals(text)) {
                    say(Tone.DOUBT, messages.live(
                            () -> messages.text(doubt.get()) + " " + messages.text("apple.keep.instead.ask")));
                    asking.set(true);
                } else {
                    renewalState.pasted().set(text);
                    renewalState.kept().set(true);
                    say(doubt.isEmpty() ? Tone.GOOD : Tone.DOUBT,
                            doubt.map(key -> messages.live(() -> messages.text("apple.kept.doubt", messages.text(key))))
                                    .orElse(messages.live("apple.kept")));
                }
            }
            case TokenCheck.Refused refused -> say(Tone.DOUBT, messages.live("token.refused." + refused.reason()));
        }
    }

    private Press next(String pasted) {
        return pasted.isEmpty() ? opened.get() ? Press.KEEP : Press.OPEN : Press.CONTINUE;
    }

    private void say(Tone how, ObservableValue<String> words) {
        asking.set(false);
        tone.set(how);
        message.bind(words);
    }
}
