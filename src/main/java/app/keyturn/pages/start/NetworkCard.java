package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.Problem;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Tone;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.ProxyFields;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why Microsoft cannot be reached, or that it can be reached again; hidden while everything is well. */
final class NetworkCard extends FxmlView {

    private final NetworkModel model;
    private final ProxyFields proxyFields;

    @FXML private VBox card;
    @FXML private Label title;
    @FXML private VBox trouble;
    @FXML private Label what;
    @FXML private Label todo;
    @FXML private VBox proxyPlace;
    @FXML private Button again;
    @FXML private Label code;
    @FXML private Label who;

    NetworkCard(NetworkModel model, Messages messages) {
        super(messages);
        this.model = model;
        proxyFields = new ProxyFields(model.proxy(), messages, this::checkAgain);
        proxyPlace.getChildren().setAll(proxyFields.view());
        messages.subscribe(model.visible(), this::refresh);
        // It stays enabled: disabling it would move the focus of a keyboard user.
        again.textProperty()
                .bind(messages.live(() -> messages
                        .text(model.checking().get() ? "start.network.looking" : "start.network.again"),
                        model.checking()));
        again.accessibleTextProperty().bind(again.textProperty());
    }

    private void refresh(@Nullable Connectivity connectivity) {
        // The button that has the focus may disappear; then the focus moves to the title, and otherwise stays.
        boolean stay = card.isFocusWithin();
        Tone tone = switch (connectivity) {
            case null -> Tone.NONE;
            case Connectivity.Unreachable _ -> Tone.DOUBT;
            case Connectivity.Reachable _ -> Tone.GOOD;
        };
        tone.style(card);
        if (stay && connectivity instanceof Connectivity.Reachable) {
            title.requestFocus();
        }
        Visibility.set(connectivity instanceof Connectivity.Unreachable, trouble);
        if (connectivity instanceof Connectivity.Unreachable unreachable) {
            Problem problem = NetworkModel.problem(unreachable);
            title.setText(messages.title(problem));
            what.setText(Stream
                    .of(messages.whatHappened(problem, messages.text("problem.organisation")),
                            model.affected(unreachable),
                            model.otherProblem(unreachable), messages.changeSummary(problem.changed()))
                    .filter(sentence -> !sentence.isEmpty())
                    .collect(Collectors.joining(" ")));
            todo.setText(messages.whatToDo(problem));
            proxyFields.show(problem);
            who.setText(messages.text("start.network.who", messages.whoCanHelp(problem)));
            code.setText(problem.code().id());
        } else if (connectivity != null) {
            title.setText(messages.text("start.network.open"));
        }
    }

    @FXML
    private void checkAgain() {
        model.checkAgain();
    }
}
