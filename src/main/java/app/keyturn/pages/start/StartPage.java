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

    private final OtherLinks otherLinks;

    @FXML private ToggleGroup portals;
    @FXML private RadioButton school;
    @FXML private RadioButton business;
    @FXML private VBox schoolCard;
    @FXML private VBox businessCard;
    @FXML private Label proposal;
    @FXML private Label appleRoles;
    @FXML private VBox beforePlace;
    @FXML private VBox unfinishedPlace;
    @FXML private VBox knownPlace;
    @FXML private VBox networkPlace;
    @FXML private VBox checkPlace;
    @FXML private VBox quiet;
    @FXML private TitledPane oidc;
    @FXML private VBox oidcWords;

    /**
     * Opens the pages for users whose accounts reach Apple without a token in Microsoft Entra.
     *
     * @param oidc for accounts connected by OIDC
     * @param google for Google Workspace
     * @param other for Okta and other providers
     */
    public record OtherLinks(Runnable oidc, Runnable google, Runnable other) {}

    public StartPage(StartModel model, Messages messages, OtherLinks otherLinks) {
        super("start", model, messages);
        this.otherLinks = otherLinks;
        makeClickable(schoolCard, school, Portal.SCHOOL);
        makeClickable(businessCard, business, Portal.BUSINESS);
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
        Visibility.lazy(model.network().visible().isNotNull(), networkPlace,
                () -> new NetworkCard(model.network(), messages).view());
        checkPlace.getChildren().add(new CheckFirstCard(model, messages).view());
        Visibility.lazy(model.unfinishedSaves().visible().isNotNull(), unfinishedPlace,
                () -> new UnfinishedCard(model, messages).view());
        Visibility.lazy(model.known().visible(), knownPlace, () -> new OrganisationList(model, messages).view());
        Visibility.when(unfinishedPlace.visibleProperty().or(knownPlace.visibleProperty()), beforePlace);
        // Even folded content costs styling and layout.
        oidc.expandedProperty().subscribe(unfolded -> {
            if (unfolded) {
                oidc.setContent(oidcWords);
            }
        });
        quiet.getChildren().addFirst(new PracticeMenu(model, messages).view());
        new NewerVersionLine(model.newerVersion(), messages, quiet);
    }

    private static void makeClickable(VBox card, RadioButton choice, Portal portal) {
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
        otherLinks.oidc().run();
    }

    @FXML
    private void showGoogle() {
        otherLinks.google().run();
    }

    @FXML
    private void showOther() {
        otherLinks.other().run();
    }
}
