package app.keyturn.wizard;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Problem;
import app.keyturn.ui.CompactMode;
import app.keyturn.ui.EnterAsDefault;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Lazy;
import app.keyturn.ui.ScrollToFocus;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The window's frame: the rail, the page in front with its problem, and the footer that never scrolls away. */
public final class FrameView extends FxmlView {
    private final Wizard wizard;
    private final SessionSwitch sessionSwitch;
    private final SidePages asides;
    private final Rail rail;
    private final Footer footer;
    private final Lazy<ProblemArea> problemArea;

    @FXML
    private BorderPane frame;
    @FXML
    private BorderPane main;
    @FXML
    private ScrollPane scroll;
    @FXML
    private VBox content;

    /**
     * Builds the frame. Open the wizard's first page before or after.
     *
     * @param wizard what the frame shows
     * @param renewalState tells who is signed in, and the order of the pages
     * @param messages the words
     * @param desktop takes what is copied
     * @param sessionSwitch leads out of the practice world
     * @param languages what else the window can speak
     * @param asides the pages outside the order
     * @param request what a colleague can be sent
     * @param delay says why it takes long
     * @param version the program's version, for the details of a problem
     */
    public FrameView(Wizard wizard, RenewalState renewalState, Messages messages, Desktop desktop,
            SessionSwitch sessionSwitch,
            LanguageChoice languages, SidePages asides, ColleagueRequest request, ProgressNotice delay,
            String version) {
        super(messages);
        this.wizard = wizard;
        this.sessionSwitch = sessionSwitch;
        this.asides = asides;
        rail = new Rail(wizard, renewalState, messages, languages, asides.settings());
        footer = new Footer(wizard, messages, delay, this::actOn);
        problemArea = new Lazy<>(
                () -> new ProblemArea(messages, new ProblemText(messages, renewalState, version), request,
                        desktop, () -> wizard.showAside(asides.byHand()), () -> wizard.showAside(asides.noToken()),
                        renewalState.proxy(), this::actOn));
        if (!sessionSwitch.practising()) {
            main.setTop(null);
        }
        frame.setLeft(rail.view());
        main.setBottom(footer.view());
        wizard.current().subscribe(page -> showFront());
        wizard.aside().subscribe(page -> showFront());
        wizard.problem().subscribe(problem -> showFront());
        renewalState.checkFirst().subscribe(first -> refresh());
        view().sceneProperty().subscribe(scene -> Platform.runLater(this::focusFront));
        CompactMode.keep(view(), rail.ruler());
        ScrollToFocus.keep(scroll);
        EnterAsDefault.from(view());
    }

    @FXML
    private void leavePractice() {
        sessionSwitch.leavePractice();
    }

    private void actOn(Problem problem) {
        if (problem.action() == Action.BY_HAND) {
            wizard.showAside(asides.byHand());
        } else {
            wizard.actOn(problem);
        }
    }

    private void showFront() {
        refresh();
        Page page = wizard.front();
        if (page == null) {
            return;
        }
        Problem problem = wizard.problemInFront();
        content.getChildren().setAll(page.view());
        Optional<ProblemArea> area = problem == null ? problemArea.ifBuilt() : Optional.of(problemArea.get());
        area.ifPresent(above -> {
            above.show(problem);
            content.getChildren().addFirst(above.view());
        });
        PageHeader.show(problem == null, page);
        scroll.setVvalue(0);
        focusFront();
    }

    /** What is new gets the focus, so that it is read out. */
    private void focusFront() {
        Page page = wizard.front();
        if (page == null) {
            return;
        }
        Node news = wizard.problemInFront() == null ? PageHeader.heading(page) : problemArea.get().title();
        if (news != null) {
            news.requestFocus();
        }
    }

    private void refresh() {
        Page page = wizard.front();
        if (page != null) {
            rail.refresh();
            footer.show(page, wizard.aside().get() != null, wizard.problemInFront());
        }
    }
}
