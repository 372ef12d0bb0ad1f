package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The choice among several apps: a card each, with what tells them apart. */
final class ChoiceCard extends FxmlView {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final AppLoader loader;
    private final SyncText syncText;
    private final AddressText addresses;

    @FXML
    private VBox appChoice;
    @FXML
    private Label why;
    @FXML
    private Button useApp;

    ChoiceCard(SignInModel model, Messages messages, SyncText syncText) {
        super(messages);
        this.loader = model.reading();
        this.syncText = syncText;
        this.addresses = new AddressText(messages);
        AppChoice choice = loader.choice();
        messages.subscribe(choice.found(), found -> show(found.apps()));
        choice.marked().subscribe(this::mark);
        why.textProperty().bind(choice.why());
        Visibility.when(choice.why().isNotEmpty(), why);
        useApp.disableProperty().bind(choice.marked().isNull());
        Visibility.when(model.course().state().isEqualTo(State.CHOOSING), view());
    }

    private void show(List<ProvisioningApp> apps) {
        ToggleGroup group = new ToggleGroup();
        appChoice.getChildren()
                .setAll(IntStream.range(0, apps.size())
                        .mapToObj(place -> card(place + 1, apps.get(place), group))
                        .toList());
        group.selectedToggleProperty().subscribe(chosen -> {
            if (chosen != null) {
                loader.choice().marked().set((ProvisioningApp) chosen.getUserData());
            }
        });
        mark(loader.choice().marked().get());
    }

    private VBox card(int number, ProvisioningApp app, ToggleGroup group) {
        List<String> lines = lines(app);
        RadioButton choice = new RadioButton(app.name());
        choice.setId("app-" + number);
        choice.setUserData(app);
        choice.setToggleGroup(group);
        choice.setWrapText(true);
        choice.setAccessibleText(app.name() + ". " + String.join(" ", lines));
        VBox card = new VBox(choice);
        card.getStyleClass().addAll("card", "portal-card");
        lines.forEach(line -> {
            Label words = new Label(line);
            words.getStyleClass().add("hint");
            words.setWrapText(true);
            card.getChildren().add(words);
        });
        choice.selectedProperty().subscribe(selected -> card.pseudoClassStateChanged(SELECTED, selected));
        card.setOnMouseClicked(_ -> {
            choice.requestFocus();
            choice.setSelected(true);
        });
        return card;
    }

    private List<String> lines(ProvisioningApp app) {
        String state = app.job().map(syncText::state).orElse(messages.text("sync.NONE"));
        // A sync that is on names its last success itself.
        Optional<String> last = app.job().map(syncText::lastSuccess).filter(text -> !state.endsWith(text));
        return Stream.of(Optional.of(addresses.site(app)), Optional.of(state), last)
                .flatMap(Optional::stream)
                .toList();
    }

    private void mark(@Nullable ProvisioningApp app) {
        appChoice.getChildren().forEach(card -> {
            RadioButton choice = (RadioButton) ((VBox) card).getChildren().getFirst();
            choice.setSelected(Objects.equals(choice.getUserData(), app));
        });
    }

    @FXML
    private void use() {
        ProvisioningApp marked = loader.choice().marked().get();
        if (marked != null) {
            loader.choose(marked);
        }
    }
}
