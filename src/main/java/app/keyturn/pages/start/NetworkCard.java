package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.Problem;
import app.keyturn.ui.Fxml;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.ProxyFields;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Tells why Microsoft cannot be reached, and that it can be reached again; not there while all is well. */
final class NetworkCard {
    private static final PseudoClass DOUBT = PseudoClass.getPseudoClass("doubt");
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private final NetworkModel model;
    private final Messages messages;
    private final ProxyFields proxyFields;
    private final Parent view;

    @FXML
    private VBox card;
    @FXML
    private Label title;
    @FXML
    private VBox trouble;
    @FXML
    private Label what;
    @FXML
    private Label todo;
    @FXML
    private VBox proxyPlace;
    @FXML
    private Button again;
    @FXML
    private Label code;
    @FXML
    private Label who;

    NetworkCard(NetworkModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        proxyFields = new ProxyFields(model.proxy(), messages, this::checkAgain);
        view = Fxml.load(this, messages);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        proxyPlace.getChildren().setAll(proxyFields.view());
        messages.subscribe(model.visible(), this::tell);
        // It stays enabled: whoever has pressed it by keyboard is not sent elsewhere.
        again.textProperty()
                .bind(messages.live(() -> messages
                        .text(model.looking().get() ? "start.network.looking" : "start.network.again"),
                        model.looking()));
        again.accessibleTextProperty().bind(again.textProperty());
    }

    private void tell(@Nullable Connectivity reach) {
        // The button that was pressed here may go; the focus stays with the words then, and is moved for nobody else.
        boolean stay = card.isFocusWithin();
        card.pseudoClassStateChanged(DOUBT, reach instanceof Connectivity.Barred);
        card.pseudoClassStateChanged(GOOD, reach instanceof Connectivity.Open);
        if (stay && reach instanceof Connectivity.Open) {
            title.requestFocus();
        }
        Visibility.set(reach instanceof Connectivity.Barred, trouble);
        if (reach instanceof Connectivity.Barred barred) {
            Problem problem = NetworkModel.problem(barred);
            title.setText(messages.title(problem));
            what.setText(Stream
                    .of(messages.whatHappened(problem, messages.text("problem.organisation")), model.concerns(barred),
                            model.also(barred), messages.changeSummary(problem.changed()))
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining(" ")));
            todo.setText(messages.whatToDo(problem));
            proxyFields.show(problem);
            who.setText(messages.text("start.network.who", messages.whoCanHelp(problem)));
            code.setText(problem.code().id());
        } else if (reach != null) {
            title.setText(messages.text("start.network.open"));
        }
    }

    @FXML
    private void checkAgain() {
        model.again();
    }
}
