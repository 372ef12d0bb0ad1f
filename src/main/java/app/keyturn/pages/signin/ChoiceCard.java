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

/** The choice among several apps: a card for each, with what distinguishes it. */
final class ChoiceCard extends FxmlView {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final AppLoader loader;
    private final SyncText syncText;
    private final SignInText text;

    @FXML private VBox appChoice;
    @FXML private Label reason;
    @FXML private Button useApp;

    ChoiceCard(SignInModel model, Messages messages, SyncText syncText) {
        super(messages);
        this.loader = model.loader();
        this.syncText = syncText;
        text = new SignInText(messages, syncText);
        AppChoice choice = loader.choice();
        messages.subscribe(choice.found(), found -> show(found.apps()));
        choice.selected().subscribe(this::select);
        reason.textProperty().bind(choice.reason());
        Visibility.when(choice.reason().isNotEmpty(), reason);
        useApp.disableProperty().bind(choice.selected().isNull());
        Visibility.when(model.signInState().state().isEqualTo(State.CHOOSING), view());
    }

    private void show(List<ProvisioningApp> apps) {
        ToggleGroup group = new ToggleGroup();
        appChoice.getChildren()
                .setAll(IntStream.range(0, apps.size())
                        .mapToObj(place -> card(place + 1, apps.get(place), group))
                        .toList());
        group.selectedToggleProperty().subscribe(chosen -> {
            if (chosen != null) {
                loader.choice().selected().set((ProvisioningApp) chosen.getUserData());
            }
        });
        select(loader.choice().selected().get());
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
            Label label = new Label(line);
            label.getStyleClass().add("hint");
            label.setWrapText(true);
            card.getChildren().add(label);
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
        // The state of an active sync already includes its last success.
        Optional<String> last = app.job().map(syncText::lastSuccess).filter(success -> !state.endsWith(success));
        return Stream.of(Optional.of(text.address(app)), Optional.of(state), last)
                .flatMap(Optional::stream)
                .toList();
    }

    private void select(@Nullable ProvisioningApp app) {
        appChoice.getChildren().forEach(card -> {
            RadioButton choice = (RadioButton) ((VBox) card).getChildren().getFirst();
            choice.setSelected(Objects.equals(choice.getUserData(), app));
        });
    }

    @FXML
    private void use() {
        ProvisioningApp selected = loader.choice().selected().get();
        if (selected != null) {
            loader.choose(selected);
        }
    }
}
