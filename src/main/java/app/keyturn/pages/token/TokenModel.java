package app.keyturn.pages.token;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.ExpiryDate;
import app.keyturn.records.KnownTokens;
import app.keyturn.records.SavedToken;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenCheck.CopyArtifact;
import app.keyturn.renewal.TokenParser;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What stands in the token field, what was made of it, and when it runs out. */
public final class TokenModel extends PageModel {

    /** How a message is meant. */
    public enum Tone {
        NONE, GOOD,
        /** Worth knowing, and no obstacle. */
        NOTE, DOUBT, BAD
    }

    private final RenewalState renewalState;
    private final TokenParser parser;
    private final KnownTokens known;
    private final Desktop desktop;
    private final Frame frame;
    private final Messages messages;
    private final Clock clock;

    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.NONE);
    private final BooleanProperty useAnyway = new SimpleBooleanProperty(this, "useAnyway");
    private final ExpiryDate expiry;
    private final Set<CopyArtifact> removed = EnumSet.noneOf(CopyArtifact.class);

    /**
     * Makes the model.
     *
     * @param renewalState holds the field's text and the token made of it
     * @param parser reads the text
     * @param known tells tokens that were saved before
     * @param desktop for the clipboard, when the person presses the button
     * @param frame says how things stand
     * @param messages the words
     * @param clock tells the day, since no token that can be used ran out before it
     */
    public TokenModel(RenewalState renewalState, TokenParser parser, KnownTokens known, Desktop desktop, Frame frame,
            Messages messages, Clock clock) {
        super(messages.live("frame.continue"));
        this.renewalState = renewalState;
        this.parser = parser;
        this.known = known;
        this.desktop = desktop;
        this.frame = frame;
        this.messages = messages;
        this.clock = clock;
        expiry = new ExpiryDate(messages, clock);
        readyWhile(renewalState.token().isNotNull().and(renewalState.expiry().isNotNull()));
        renewalState.pasted().subscribe(text -> {
            renewalState.kept().set(false);
            useAnyway.set(false); // that was said of another text
            read(text);
        });
        useAnyway.subscribe(() -> read(renewalState.pasted().get()));
        expiry.expiry().subscribe(until -> renewalState.expiry().set(until));
    }

    @Override
    public void shown() {
        frame.announce(messages.live(() -> messages.changeSummary(renewalState.changed())));
        if (tone.get() == Tone.GOOD && renewalState.kept().get()) {
            say("token.kept");
        }
    }

    @Override
    public Set<Action> carriesOut() {
        return Set.of(Action.BACK_TO_TOKEN);
    }

    /** The field's text: a secret. */
    public StringProperty pasted() {
        return renewalState.pasted();
    }

    /** What was made of the text, in words. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** How the message is meant. */
    public ReadOnlyObjectProperty<Tone> tone() {
        return tone.getReadOnlyProperty();
    }

    /** True once the person has said to use a text that may not be a token. */
    public BooleanProperty useAnyway() {
        return useAnyway;
    }

    /** When the token runs out. */
    public ExpiryDate expiry() {
        return expiry;
    }

    /** Puts what is on the clipboard into the field, cleaned. An empty clipboard takes nothing away. */
    public void paste() {
        desktop.paste()
                .filter(text -> !text.isBlank())
                .ifPresentOrElse(this::paste, () -> say(Tone.BAD, messages.live("token.clipboard-empty")));
    }

    /** Puts a text into the field, cleaned, and says what was taken out. What is no token takes no token away. */
    public void paste(String text) {
        TokenCheck check = parser.read(text);
        Optional<String> whyNot = whyNot(check);
        if (whyNot.isPresent() && renewalState.token().get() != null) {
            // Apple shows a token only once, so nothing that cannot be one may take its place.
            say(Tone.BAD, messages.live(
                    () -> messages.text(whyNot.get()) + " " + messages.text("token.still-held")));
        } else if (whyNot.isEmpty() && check instanceof TokenCheck.Usable usable) {
            // A one-line field drops line breaks unseen, so the cleaned token goes in and what was removed is kept.
            renewalState.pasted().set(usable.token().reveal());
            removed.addAll(usable.removed());
            if (tone.get() == Tone.GOOD) {
                say("token.good");
            }
        } else {
            renewalState.pasted().set(text);
        }
        letGo(check);
    }

    private void read(String text) {
        if (text.isEmpty()) {
            hold(null, Set.of());
            say(Tone.NONE, Messages.empty());
            return;
        }
        TokenCheck check = parser.read(text);
        Optional<String> doubt = doubt(check);
        Optional<String> whyNot = whyNot(check);
        if (doubt.isEmpty() && whyNot.isEmpty() && check instanceof TokenCheck.Usable usable) {
            use(usable);
            return;
        }
        letGo(check);
        hold(null, Set.of());
        say(doubt.isPresent() ? Tone.DOUBT : Tone.BAD, messages.live(doubt.or(() -> whyNot).orElseThrow()));
    }

    /** Why a text may not be a token, a key of the bundle; empty if it may, or if the person has said to use it anyway. */
    private Optional<String> doubt(TokenCheck check) {
        return check instanceof TokenCheck.Usable usable && !useAnyway.get()
                ? usable.doubt().map(doubt -> "token.doubt." + doubt)
                : Optional.empty();
    }

    /** Why a text is of no use, a key of the bundle; empty if it may be used. */
    private Optional<String> whyNot(TokenCheck check) {
        return switch (check) {
            case TokenCheck.Refused refused -> Optional.of("token.refused." + refused.reason());
            case TokenCheck.Usable usable ->
                known.reasonUnusable(usable.token()).map(obstacle -> "token.known." + obstacle);
        };
    }

    /** Overwrites what was read and is not held. */
    private static void letGo(TokenCheck check) {
        if (check instanceof TokenCheck.Usable usable) {
            usable.token().destroy();
        }
    }

    private void use(TokenCheck.Usable usable) {
        Optional<SavedToken> before = known.find(usable.token());
        Expiry until = before.map(SavedToken::expiry).orElse(usable.expiry());
        if (hold(usable.token(), usable.removed())) {
            expiry.begin(until);
        } else {
            expiry.expect(until);
        }
        before.map(SavedToken::savedAt)
                .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                .ifPresentOrElse(day -> say(Tone.NOTE,
                        messages.live(() -> messages.text("token.known", messages.day(day)))), () -> say("token.good"));
    }

    /**
     * Holds a token in place of the one before, which is overwritten.
     *
     * @return true if it is another one
     */
    private boolean hold(@Nullable ScimToken token, Set<CopyArtifact> taken) {
        ScimToken before = renewalState.token().get();
        boolean same = before != null && token != null && before.reveal().equals(token.reveal());
        if (!same) {
            removed.clear();
        }
        removed.addAll(taken);
        renewalState.token().set(token);
        if (before != null) {
            before.destroy();
        }
        return !same;
    }

    private void say(String key) {
        Set<CopyArtifact> taken = EnumSet.noneOf(CopyArtifact.class);
        taken.addAll(removed);
        say(Tone.GOOD, messages.live(() -> Stream
                .concat(Stream.of(key), taken.stream().map(accident -> "token.removed." + accident))
                .map(each -> messages.text(each))
                .collect(Collectors.joining(" "))));
    }

    private void say(Tone how, ObservableValue<String> words) {
        tone.set(how);
        message.bind(words);
    }
}
