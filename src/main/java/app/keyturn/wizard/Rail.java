package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rail: the named steps and how far the person has come, the language, the settings, and who is signed in. */
final class Rail extends FxmlView {
    private final Wizard wizard;
    private final LanguageChoice languages;
    private final @Nullable Page settingsPage;

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

    Rail(Wizard wizard, RenewalState renewalState, Messages messages, LanguageChoice languages,
            @Nullable Page settingsPage) {
        super(messages);
        this.wizard = wizard;
        this.languages = languages;
        this.settingsPage = settingsPage;
        Visibility.set(settingsPage != null, settings);
        language.textProperty().bind(messages.live("frame.language.own"));
        language.accessibleTextProperty()
                .bind(messages.live(() -> messages.text("frame.language", language.getText()),
                        language.textProperty()));
        // Java looks up what a language calls itself in that language's own tables; no start waits for all of them.
        language.setOnShowing(_ -> language.getItems().setAll(known()));
        renewalState.signedIn().subscribe(this::showSignedIn);
        messages.language().subscribe((_, _) -> refresh());
    }

    /** A control that is always there, with text of the usual size to measure by. */
    Labeled ruler() {
        return language;
    }

    private List<RadioMenuItem> known() {
        ToggleGroup one = new ToggleGroup();
        return languages.known().stream().map(each -> {
            RadioMenuItem item = new RadioMenuItem(LanguageChoice.name(each));
            item.setId("language-" + each.toLanguageTag());
            item.setToggleGroup(one);
            item.setSelected(each.equals(messages.locale()));
            item.setOnAction(_ -> choose(each));
            return item;
        }).toList();
    }

    /** What is read out on the page may change with its words; the focus stays with who chose. */
    private void choose(Locale wanted) {
        languages.choose().accept(wanted);
        language.requestFocus();
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
        Visibility.set(who != null, signedIn);
        account.setText(who == null ? "" : who.account().userName());
        tenant.setText(who == null ? "" : who.tenantName());
    }
}
