package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Portal;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.FxmlPage;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Page 1, <em>Start</em>. */
public final class StartPage extends FxmlPage<StartModel> {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final OtherLinks others;

    @FXML
    private ToggleGroup portals;
    @FXML
    private RadioButton school;
    @FXML
    private RadioButton business;
    @FXML
    private VBox schoolCard;
    @FXML
    private VBox businessCard;
    @FXML
    private Label proposal;
    @FXML
    private Label appleRoles;
    @FXML
    private VBox beforePlace;
    @FXML
    private VBox unfinishedPlace;
    @FXML
    private VBox knownPlace;
    @FXML
    private VBox networkPlace;
    @FXML
    private VBox checkPlace;
    @FXML
    private VBox quiet;
    @FXML
    private TitledPane oidc;
    @FXML
    private VBox oidcWords;

    /**
     * Builds the page.
     *
     * @param model what it knows
     * @param messages the words
     * @param others lead people who need no token to a page of theirs
     */
    public StartPage(StartModel model, Messages messages, OtherLinks others) {
        super("start", model, messages);
        this.others = others;
        wholeCard(schoolCard, school, Portal.SCHOOL);
        wholeCard(businessCard, business, Portal.BUSINESS);
        portals.selectedToggleProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.portal().set((Portal) chosen.getUserData());
            }
        });
        model.portal().subscribe(this::select);
        proposal.textProperty().bind(model.proposal());
        Visibility.when(model.proposal().isNotEmpty(), proposal);
        appleRoles.textProperty().bind(model.appleRoles());
        model.proposal().subscribe(missing -> {
            if (!missing.isEmpty()) {
                school.requestFocus();
            }
        });
        Visibility.late(model.network().visible().isNotNull(), networkPlace,
                () -> new NetworkCard(model.network(), messages).view());
        checkPlace.getChildren().add(new CheckFirstCard(model, messages).view());
        Visibility.late(model.interruption().visible().isNotNull(), unfinishedPlace,
                () -> new UnfinishedCard(model, messages).view());
        Visibility.late(model.known().visible(), knownPlace, () -> new OrganisationList(model, messages).view());
        Visibility.when(unfinishedPlace.visibleProperty().or(knownPlace.visibleProperty()), beforePlace);
        // What is folded away costs style and layout, too.
        oidc.expandedProperty().subscribe(unfolded -> {
            if (unfolded) {
                oidc.setContent(oidcWords);
            }
        });
        quiet.getChildren().addFirst(new PracticeMenu(model, messages).view());
        new NewerVersionLine(model.newer(), messages, quiet);
    }

    private static void wholeCard(VBox card, RadioButton choice, Portal portal) {
        choice.setUserData(portal);
        choice.selectedProperty().subscribe(selected -> card.pseudoClassStateChanged(SELECTED, selected));
        card.setOnMouseClicked(click -> {
            choice.requestFocus();
            choice.setSelected(true);
        });
    }

    private void select(@Nullable Portal portal) {
        school.setSelected(portal == Portal.SCHOOL);
        business.setSelected(portal == Portal.BUSINESS);
    }

    @FXML
    private void showOidc() {
        others.oidc().run();
    }

    @FXML
    private void showGoogle() {
        others.google().run();
    }

    @FXML
    private void showOther() {
        others.other().run();
    }
}
