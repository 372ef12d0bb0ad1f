package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

/** The rail: the steps and how far the user is, the language, the settings, and who is signed in. */
final class Rail extends FxmlView {
    private final Wizard wizard;
    private final LanguageChoice languages;
    private final @Nullable Page settingsPage;

    @FXML private MenuButton language;
    @FXML private VBox steps;
    @FXML private Hyperlink settings;
    @FXML private VBox signedIn;
    @FXML private Label account;
    @FXML private Label tenant;

    Rail(Wizard wizard, RenewalState renewalState, Messages messages, LanguageChoice languages,
            @Nullable Page settingsPage) {
        super(messages);
        this.wizard = wizard;
        this.languages = languages;
        this.settingsPage = settingsPage;
        Visibility.set(settingsPage != null, settings);
        settings.disableProperty()
                .bind(wizard.sidePage().map(side -> Objects.equals(side, settingsPage)).orElse(false));
        language.textProperty().bind(messages.live("frame.language.own"));
        language.accessibleTextProperty()
                .bind(messages.live(() -> messages.text("frame.language", language.getText()),
                        language.textProperty()));
        // Filled when shown: Java reads a language's own tables to name it, which takes time at start.
        language.setOnShowing(_ -> language.getItems().setAll(menuItems()));
        renewalState.signedIn().subscribe(this::showSignedIn);
        messages.language().subscribe((_, _) -> refresh());
    }

    /** A control that is always there, with text of the usual size to measure with. */
    Labeled ruler() {
        return language;
    }

    private List<RadioMenuItem> menuItems() {
        ToggleGroup group = new ToggleGroup();
        return languages.known().stream().map(locale -> {
            RadioMenuItem item = new RadioMenuItem(LanguageChoice.name(locale));
            item.setId("language-" + locale.toLanguageTag());
            item.setToggleGroup(group);
            item.setSelected(locale.equals(messages.locale()));
            item.setOnAction(_ -> choose(locale));
            return item;
        }).toList();
    }

    /** Screen readers may read the page again in the new language; the focus stays on the language button. */
    private void choose(Locale locale) {
        languages.choose().accept(locale);
        language.requestFocus();
    }

    @FXML
    private void openSettings() {
        if (settingsPage != null) {
            wizard.showSidePage(settingsPage);
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
