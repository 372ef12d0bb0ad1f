package app.keyturn.wizard;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rail: the named steps and how far the person has come, the language, the settings, and who is signed in. */
final class Rail {
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
            RailStep.State state = RailStep.State.of(place, front, pages.size());
            rows.add(RailStep.of(pages.get(place).id(), place, state, pages.size(), messages));
        }
        steps.getChildren().setAll(rows);
    }

    private void showSignedIn(@Nullable SignedIn who) {
        Shown.set(who != null, signedIn);
        account.setText(who == null ? "" : who.account().userName());
        tenant.setText(who == null ? "" : who.tenantName());
    }
}
