package app.keyturn.pages.apple;

import app.keyturn.guide.Guide;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Portal;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.RichText;
import app.keyturn.ui.Visibility;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** The steps at Apple, each with a check box, and the picture of one of them. */
final class StepsCard extends FxmlView {
    private final GuideModel model;

    @FXML private VBox steps;
    @FXML private HBox pictureButtons;
    @FXML private Button previous;
    @FXML private Label pictureStep;
    @FXML private Button next;
    @FXML private StackPane drawing;
    @FXML private Label caption;
    @FXML private Label version;
    @FXML private Label namesHint;

    StepsCard(GuideModel model, Messages messages) {
        super(messages);
        this.model = model;
        Stream.of(model.guide(), model.landmarksOnly()).forEach(shown -> messages.subscribe(shown, _ -> showSteps()));
        Stream.of(model.guide(), model.landmarksOnly(), model.pictureIndex())
                .forEach(shown -> messages.subscribe(shown, _ -> showPicture()));
        Visibility.when(model.landmarksOnly().not(), pictureButtons);
        Visibility.when(messages.language().map(language -> !language.getLanguage().equals("en")), namesHint);
    }

    /** Moves the focus to the change, so that screen readers read it, and scrolls to it. */
    void focus() {
        version.requestFocus();
    }

    private void showSteps() {
        Guide guide = model.guide().get();
        steps.getChildren()
                .setAll(model.landmarksOnly().get()
                        ? landmarks(guide)
                        : IntStream.range(0, guide.steps().size()).mapToObj(place -> step(guide, place)).toList());
        version.setText(model.landmarksOnly().get()
                ? messages.text("apple.alone")
                : messages.text("apple.seen", messages.month(guide.lastSeen())));
    }

    /** What to look for if no version of the screens matches. */
    private List<? extends Node> landmarks(Guide guide) {
        return Stream.concat(guide.landmarks().stream(), Stream.of("apple.alone.then"))
                .map(key -> RichText.of(messages.text(key)))
                .toList();
    }

    private Node step(Guide guide, int place) {
        Guide.Step step = guide.steps().get(place);
        TextFlow text = RichText.of(messages.text(step.textKey()));
        CheckBox tick = new CheckBox((place + 1) + ".");
        tick.setId("tick-" + (place + 1));
        tick.setAccessibleText(
                messages.text("apple.tick", place + 1, guide.steps().size(), text.getAccessibleText()));
        tick.setSelected(model.isTicked(step));
        tick.selectedProperty().subscribe(done -> model.tick(step, done));
        text.setOnMouseClicked(_ -> tick.fire());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(tick, text);
        row.getStyleClass().add("tick-step");
        return row;
    }

    private void showPicture() {
        int last = model.guide().get().steps().size() - 1;
        int place = model.pictureIndex().get();
        Portal portal = model.guide().get().portal();
        pictureStep.setText(messages.text("apple.picture.step", place + 1, last + 1));
        previous.setDisable(place == 0);
        next.setDisable(place == last);
        drawing.getChildren()
                .setAll(model.picture().draw(portal, messages.text(model.picture().altTextKey())));
        caption.setText(messages.text("apple.caption." + model.drawn()));
    }

    @FXML
    private void showPrevious() {
        model.movePicture(-1);
    }

    @FXML
    private void showNext() {
        model.movePicture(1);
    }
}
