package app.keyturn.pages.token;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.ExpiryDate;
import app.keyturn.pages.common.Notice;
import app.keyturn.pages.common.PastedToken;
import app.keyturn.records.KnownTokens;
import app.keyturn.records.SavedToken;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenCheck.CopyArtifact;
import app.keyturn.renewal.TokenParser;
import app.keyturn.ui.Tone;
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
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The content of the token field, the token parsed from it, and its expiry. */
public final class TokenModel extends PageModel {
    private final RenewalState renewalState;
    private final TokenParser parser;
    private final KnownTokens known;
    private final Desktop desktop;
    private final Frame frame;
    private final Messages messages;
    private final Clock clock;

    private final Notice notice = new Notice();
    private final BooleanProperty useAnyway = new SimpleBooleanProperty(this, "useAnyway");
    private final ExpiryDate expiry;
    private final Set<CopyArtifact> removed = EnumSet.noneOf(CopyArtifact.class);

    /**
     * Creates the model.
     *
     * @param known recognises tokens that were saved before
     * @param desktop reads the clipboard only when the user presses the button
     * @param clock the current date: a usable token has not expired before it
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
            useAnyway.set(false); // it was about another text
            read(text);
        });
        useAnyway.subscribe(() -> read(renewalState.pasted().get()));
        expiry.expiry().subscribe(until -> renewalState.expiry().set(until));
        renewalState.onNextRenewal(expiry::clear);
    }

    @Override
    public void onShown() {
        frame.announce(messages.live(() -> messages.changeSummary(renewalState.changed())));
        if (notice.tone().get() == Tone.GOOD && renewalState.kept().get()) {
            showGood("token.kept");
        }
    }

    @Override
    public Set<Action> performs() {
        return Set.of(Action.BACK_TO_TOKEN);
    }

    /** The content of the field: a secret. */
    public StringProperty pasted() {
        return renewalState.pasted();
    }

    /** The result of reading the text. */
    public Notice notice() {
        return notice;
    }

    /** True once the user decides to use a text that might not be a token. */
    public BooleanProperty useAnyway() {
        return useAnyway;
    }

    /** When the token expires. */
    public ExpiryDate expiry() {
        return expiry;
    }

    /** Pastes the clipboard's text, cleaned. An empty clipboard removes nothing. */
    public void paste() {
        desktop.paste()
                .filter(text -> !text.isBlank())
                .ifPresentOrElse(this::paste, () -> notice.show(Tone.BAD, messages.live("token.clipboard-empty")));
    }

    /**
     * Puts a text into the field, cleaned, and says what was removed. A text that cannot be a token does not replace a
     * token.
     */
    public void paste(String text) {
        PastedToken pasted = PastedToken.read(text, parser, known);
        if (pasted.error().isPresent() && renewalState.token().get() != null) {
            // Apple shows a token only once, so nothing that cannot be one may take its place.
            notice.show(Tone.BAD, messages.live(
                    () -> messages.text(pasted.error().get()) + " " + messages.text("token.still-held")));
        } else {
            // A doubt may be about what stood around the token, so it needs the whole text.
            pasted.usable()
                    .filter(usable -> usable.doubt().isEmpty())
                    .ifPresentOrElse(this::fill, () -> hold(text, pasted));
        }
        pasted.destroy();
    }

    /**
     * A one-line field drops line breaks silently, so it gets the cleaned token, and what was removed is remembered.
     */
    private void fill(TokenCheck.Usable usable) {
        renewalState.pasted().set(usable.token().reveal());
        removed.addAll(usable.removed());
        if (notice.tone().get() == Tone.GOOD) {
            showGood("token.good");
        }
    }

    /** A one-line field would make two refused lines one, so they stay apart. */
    private void hold(String text, PastedToken pasted) {
        renewalState.pasted().set(pasted.error().isEmpty() ? text : text.replaceAll("\\R", " "));
        pasted.error().ifPresent(error -> notice.show(Tone.BAD, messages.live(error)));
    }

    private void read(String text) {
        if (text.isEmpty()) {
            replaceToken(null, Set.of());
            notice.clear();
            return;
        }
        PastedToken pasted = PastedToken.read(text, parser, known);
        Optional<String> doubt = pasted.doubt().filter(_ -> !useAnyway.get());
        if (doubt.isEmpty() && pasted.usable().isPresent()) {
            use(pasted.usable().get());
            return;
        }
        pasted.destroy();
        replaceToken(null, Set.of());
        notice.show(doubt.isPresent() ? Tone.DOUBT : Tone.BAD,
                messages.live(doubt.or(pasted::error).orElseThrow()));
    }

    private void use(TokenCheck.Usable usable) {
        Optional<SavedToken> previous = known.find(usable.token());
        Expiry until = previous.map(SavedToken::expiry).orElse(usable.expiry());
        if (replaceToken(usable.token(), usable.removed())) {
            expiry.begin(until);
        } else {
            expiry.expect(until);
        }
        previous.map(SavedToken::savedAt)
                .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                .ifPresentOrElse(day -> notice.show(Tone.NOTE,
                        messages.live(() -> messages.text("token.known", messages.day(day)))),
                        () -> showGood("token.good"));
    }

    /**
     * Replaces the current token, which is overwritten.
     *
     * @return true if the token is another one
     */
    private boolean replaceToken(@Nullable ScimToken token, Set<CopyArtifact> removedNow) {
        ScimToken previous = renewalState.token().get();
        boolean same = previous != null && token != null && previous.reveal().equals(token.reveal());
        if (!same) {
            removed.clear();
        }
        removed.addAll(removedNow);
        renewalState.token().set(token);
        if (previous != null) {
            previous.destroy();
        }
        return !same;
    }

    private void showGood(String key) {
        Set<CopyArtifact> removedNow = EnumSet.noneOf(CopyArtifact.class);
        removedNow.addAll(removed);
        notice.show(Tone.GOOD, messages.live(() -> Stream
                .concat(Stream.of(key), removedNow.stream().map(accident -> "token.removed." + accident))
                .map(each -> messages.text(each))
                .collect(Collectors.joining(" "))));
    }
}
