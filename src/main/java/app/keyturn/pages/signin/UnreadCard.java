package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.UnreadApp;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import app.keyturn.ui.WrappingRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What could not be looked at: apps that cannot be read just now, and what a search has left. */
final class UnreadCard extends FxmlView {
    private static final int MOST_NAMES = 5;
    private static final Set<State> STATES = EnumSet.of(State.CHOOSING, State.KNOWN, State.UNREAD, State.STOPPED);

    private final AppLoader loader;

    @FXML private VBox unread;
    @FXML private Label question;
    @FXML private VBox names;
    @FXML private Button readAgain;
    @FXML private VBox rest;
    @FXML private Label restText;
    @FXML private WrappingRow goOnRow;
    @FXML private Button goOn;

    UnreadCard(SignInModel model, Messages messages) {
        super(messages);
        this.loader = model.loader();
        messages.subscribe(loader.choice().found(), this::show);
        readAgain.disableProperty().bind(loader.search().running());
        goOn.disableProperty().bind(loader.search().running());
        ObservableValue<Boolean> incomplete = loader.choice().found().map(found -> !found.isComplete());
        Visibility.when(
                model.signInState().state().flatMap(state -> incomplete.map(it -> it && STATES.contains(state))),
                view());
    }

    private void show(FoundApps found) {
        List<String> lines = lines(found.unread());
        names.getChildren().setAll(lines.stream().map(UnreadCard::label).toList());
        names.setAccessibleText(String.join(" ", lines));
        question.setText(messages.text("signin.unread", found.unread().size()));
        Visibility.set(!lines.isEmpty(), unread);
        restText.setText(text(found.rest()));
        Visibility.set(!(found.rest() instanceof Rest.Nothing), rest);
        // A search that the user stopped is not gone on with: it can be begun again.
        Visibility.set(found.rest() instanceof Rest.Interrupted it && it.reason().isPresent(), goOnRow);
    }

    private List<String> lines(List<UnreadApp> apps) {
        List<String> lines = new ArrayList<>(apps.stream()
                .limit(MOST_NAMES)
                .map(app -> messages.text("signin.unread.app", app.name(), messages.title(app.problem())))
                .toList());
        if (apps.size() > MOST_NAMES) {
            lines.add(messages.text("signin.unread.more", apps.size() - MOST_NAMES));
        }
        return lines;
    }

    private String text(Rest left) {
        return switch (left) {
            case Rest.Nothing _ -> "";
            case Rest.OtherNames(int checked) -> messages.text("signin.rest.names", checked);
            case Rest.Interrupted it when it.total().isPresent() ->
                messages.text("signin.rest.interrupted", it.checked(), it.total().getAsInt());
            case Rest.Interrupted it -> messages.text("signin.rest.interrupted.unknown", it.checked());
        };
    }

    private static Label label(String line) {
        Label label = new Label(line);
        label.setWrapText(true);
        return label;
    }

    @FXML
    private void readAgain() {
        loader.readUnread();
    }

    @FXML
    private void goOn() {
        loader.search().goOn();
    }
}
