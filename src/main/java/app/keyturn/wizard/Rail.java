package app.keyturn.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rail: the named steps and how far the person has come, the language, the settings, and who is signed in. */
final class Rail {
    /** How a step stands to the page in front. */
    enum State {
        DONE, NOW, TO_COME;

        /** The last page is reached, not worked through: there every step is done. */
        static State of(int place, int front, int count) {
            if (place < front || front == count - 1) {
                return DONE;
            }
            return place == front ? NOW : TO_COME;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Wizard wizard;
    private final Messages messages;
    private final @Nullable Page settingsPage;
    private final Parent view;

    @FXML
    private MenuButton language;
    @FXML
    private VBox steps;
    @FXML
    private Hyperlink settings;
    @FXML
    private VBox signedIn;
    @FXML
    private Label account;
    @FXML
    private Label tenant;

    Rail(Wizard wizard, Draft draft, Messages messages, @Nullable Page settingsPage) {
        this.wizard = wizard;
        this.messages = messages;
        this.settingsPage = settingsPage;
        view = Fxml.load(this, messages);
        draft.signedIn().subscribe(this::showSignedIn);
    }

    Parent view() {
        return view;
    }

    /** A control that is always there, with text of the usual size to measure by. */
    Labeled ruler() {
        return language;
    }

    @FXML
    private void initialize() {
        Shown.set(settingsPage != null, settings);
    }

    @FXML
    private void openSettings() {
        if (settingsPage != null) {
            wizard.showAside(settingsPage);
        }
    }

    void refresh() {
        List<Page> pages = wizard.pages();
        int front = wizard.position();
        List<Node> rows = new ArrayList<>();
        for (int place = 0; place < pages.size(); place++) {
            rows.add(row(pages.get(place).id(), place, State.of(place, front, pages.size()), pages.size()));
        }
        steps.getChildren().setAll(rows);
    }

    private Node row(String id, int place, State state, int count) {
        String name = messages.text("frame.step." + id);
        Label label = new Label(name);
        label.getStyleClass().add("rail-name");
        HBox row = new HBox(mark(place, state), label);
        row.setId("rail-" + id);
        row.getStyleClass().addAll("rail-step", state.key());
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(messages.text("frame.rail." + state.key(), place + 1, count, name));
        return row;
    }

    private static Node mark(int place, State state) {
        StackPane mark = new StackPane();
        mark.getStyleClass().add("rail-mark");
        if (state == State.DONE) {
            Region tick = new Region();
            tick.getStyleClass().add("rail-tick");
            mark.getChildren().add(tick);
        } else {
            Label number = new Label(String.valueOf(place + 1));
            number.getStyleClass().add("rail-number");
            mark.getChildren().add(number);
        }
        return mark;
    }

    private void showSignedIn(@Nullable SignedIn who) {
        Shown.set(who != null, signedIn);
        account.setText(who == null ? "" : who.account().userName());
        tenant.setText(who == null ? "" : who.tenantName());
    }
}
