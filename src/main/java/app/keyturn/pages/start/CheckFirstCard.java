package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The link to checking Microsoft's side first: a card while it is recommended, else a quiet line. */
final class CheckFirstCard extends FxmlView {
    private static final PseudoClass RECOMMENDED = PseudoClass.getPseudoClass("recommended");

    private final StartModel model;

    @FXML private VBox card;
    @FXML private Label advice;
    @FXML private Label why;

    CheckFirstCard(StartModel model, Messages messages) {
        super(messages);
        this.model = model;
        messages.subscribe(model.advice(), this::advise);
    }

    private void advise(StartModel.Advice way) {
        boolean recommended = way == StartModel.Advice.CHECK_FIRST;
        card.pseudoClassStateChanged(RECOMMENDED, recommended);
        advice.setText(messages.text("start.advice." + way));
        why.setText(messages.text(recommended ? "start.check.why" : "start.check.hint"));
    }

    @FXML
    private void checkFirst() {
        model.checkFirst();
    }
}
