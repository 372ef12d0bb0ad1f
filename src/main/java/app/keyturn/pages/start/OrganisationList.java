package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The organisations renewed here before, the most urgent first; hidden if there are none. */
final class OrganisationList extends FxmlView {
    /** More lines would make the page restless; the others can be scrolled to. */
    private static final int MAX_LINES = 3;

    private final StartModel model;
    private final KnownOrganisations book;

    @FXML private VBox organisations;
    @FXML private Label expiringSoon;
    @FXML private Label heading;
    @FXML private VBox searchRow;
    @FXML private Label searchLabel;
    @FXML private TextField search;
    @FXML private ListView<ExpiryEntry> list;
    @FXML private Label nothing;
    @FXML private Button renew;
    @FXML private Hyperlink forget;
    @FXML private VBox question;
    @FXML private Label forgetQuestion;
    @FXML private Button keep;
    @FXML private Label note;

    OrganisationList(StartModel model, Messages messages) {
        super(messages);
        this.model = model;
        this.book = model.known();
        searchLabel.setLabelFor(search);
        search.textProperty().bindBidirectional(book.search());
        heading.setLabelFor(list);
        list.setItems(book.matches());
        // JavaFX does not redraw cells in another language, so they are replaced.
        messages.language().subscribe(_ -> list.setCellFactory(_ -> new OrganisationCell(book, messages, list)));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                renew();
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                renew();
                key.consume();
            }
        });
        book.matches().subscribe(this::size);
        size();
        messages.subscribe(list.getSelectionModel().selectedItemProperty(), this::choose);
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> book.keep()); // the question was about another
        messages.subscribe(book.forgetQuestion(), this::askToForget);
        expiringSoon.textProperty().bind(messages.live(() -> book.expiringSoon(messages), book.all()));
        Visibility.when(expiringSoon.textProperty().isNotEmpty(), expiringSoon);
        note.textProperty().bind(messages.live(() -> book.bookProblem(messages), book.all(), book.forgetQuestion()));
        Visibility.when(note.textProperty().isNotEmpty(), note);
        Visibility.when(Bindings.isNotEmpty(book.all()), organisations);
        Visibility.set(book.all().size() >= KnownOrganisations.SEARCH_FROM, searchRow);
        Visibility.when(Bindings.isEmpty(book.matches()), nothing);
    }

    /** As high as its content, up to a few lines; one line is always selected. */
    private void size() {
        int lines = Math.clamp(book.matches().size(), 1, MAX_LINES);
        list.getStyleClass().removeIf(style -> style.startsWith("known-lines-"));
        list.getStyleClass().add("known-lines-" + lines);
        Visibility.set(!book.matches().isEmpty(), list);
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void choose(@Nullable ExpiryEntry entry) {
        renew.setDisable(entry == null);
        forget.setDisable(entry == null);
        renew.setText(entry == null
                ? messages.text("start.known.renew.none")
                : messages.text("start.known.renew", book.organisation(entry, messages)));
    }

    private void askToForget(@Nullable ExpiryEntry entry) {
        Visibility.set(entry != null, question);
        if (entry != null) {
            forgetQuestion.setText(messages.text("start.known.forget.ask", book.organisation(entry, messages)));
        }
    }

    @FXML
    private void renew() {
        ExpiryEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            model.renew(entry);
        }
    }

    @FXML
    private void forget() {
        ExpiryEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            book.askToForget(entry);
            keep.requestFocus();
            forget.setVisited(false);
        }
    }

    @FXML
    private void forgetIt() {
        model.forget();
        list.requestFocus();
    }

    @FXML
    private void keepIt() {
        book.keep();
        list.requestFocus();
    }
}
