package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.records.SaveNote;
import app.keyturn.ui.Fxml;
import app.keyturn.ui.Visibility;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Tells of a save that was cut off, and leads back to it. */
final class UnfinishedCard {
    private final StartModel model;
    private final Messages messages;
    private final Parent view;

    @FXML
    private Label words;
    @FXML
    private Button begin;

    UnfinishedCard(StartModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        view = Fxml.load(this, messages);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        messages.subscribe(model.interruption().visible(), _ -> tell());
    }

    private void tell() {
        words.setText(model.interruption().words());
        Optional<SaveNote> cutOff = model.interruption().note();
        Visibility.set(cutOff.isPresent(), begin);
        cutOff.ifPresent(note -> {
            begin.setText(messages.text("start.unfinished.begin", note.tenantName()));
            begin.setAccessibleText(begin.getText());
            begin.setOnAction(_ -> model.finish(note));
        });
    }

    @FXML
    private void dismiss() {
        model.dismiss();
    }
}
