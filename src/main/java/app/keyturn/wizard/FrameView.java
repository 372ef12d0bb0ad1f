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
import app.keyturn.ui.Visibility;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The frame of the window: the rail, the page in front with its problem, and the footer, which never scrolls away. */
public final class FrameView extends FxmlView {
    private final Wizard wizard;
    private final SessionSwitch sessionSwitch;
    private final SidePages sidePages;
    private final Rail rail;
    private final Footer footer;
    private final Lazy<ProblemArea> problemArea;

    @FXML private BorderPane frame;
    @FXML private BorderPane main;
    @FXML private ScrollPane scroll;
    @FXML private VBox content;

    /**
     * The wizard's first page can be opened before or after.
     *
     * @param renewalState knows who is signed in, and the order of the pages
     * @param sidePages the pages outside the order
     * @param request what can be sent to a colleague
     * @param progress says why something takes long
     * @param version the program's version, for the details of a problem
     */
    public FrameView(Wizard wizard, RenewalState renewalState, Messages messages, Desktop desktop,
            SessionSwitch sessionSwitch,
            LanguageChoice languages, SidePages sidePages, ColleagueRequest request, ProgressNotice progress,
            String version) {
        super(messages);
        this.wizard = wizard;
        this.sessionSwitch = sessionSwitch;
        this.sidePages = sidePages;
        rail = new Rail(wizard, renewalState, messages, languages, sidePages.settings());
        footer = new Footer(wizard, messages, progress, this::actOn);
        problemArea = new Lazy<>(
                () -> new ProblemArea(messages, new ProblemText(messages, renewalState, version), request,
                        desktop, () -> wizard.showSidePage(sidePages.byHand()),
                        () -> wizard.showSidePage(sidePages.noToken()),
                        renewalState.proxy(), this::actOn));
        if (!sessionSwitch.practising()) {
            main.setTop(null);
        }
        frame.setLeft(rail.view());
        main.setBottom(footer.view());
        wizard.current().subscribe(page -> showFront());
        wizard.sidePage().subscribe(page -> showFront());
        wizard.problem().subscribe(problem -> showFront());
        renewalState.checkFirst().subscribe(first -> refresh());
        view().sceneProperty().subscribe(scene -> Platform.runLater(this::focusFront));
        CompactMode.install(view(), rail.ruler());
        ScrollToFocus.install(scroll);
        EnterAsDefault.install(view());
    }

    @FXML
    private void leavePractice() {
        sessionSwitch.leavePractice();
    }

    private void actOn(Problem problem) {
        if (problem.action() == Action.BY_HAND) {
            wizard.showSidePage(sidePages.byHand());
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
        showHeader(problem == null, page);
        scroll.setVvalue(0);
        focusFront();
    }

    /** Focuses the problem or the heading, so that screen readers read it. */
    private void focusFront() {
        Page page = wizard.front();
        if (page == null) {
            return;
        }
        Node focused = wizard.problemInFront() == null ? heading(page) : problemArea.get().title();
        if (focused != null) {
            focused.requestFocus();
        }
    }

    private static void showHeader(boolean shown, Page page) {
        Node header = page.view().lookup(".page-head");
        if (header != null) {
            Visibility.set(shown, header);
        }
    }

    /** The page's heading, made focusable so that screen readers read it; null if the page has none. */
    private static @Nullable Node heading(Page page) {
        Node heading = page.view().lookup(".page-heading");
        if (heading != null) {
            heading.setFocusTraversable(true);
            heading.setAccessibleRole(AccessibleRole.TEXT);
        }
        return heading;
    }

    private void refresh() {
        Page page = wizard.front();
        if (page != null) {
            rail.refresh();
            footer.show(page, wizard.sidePage().get() != null, wizard.problemInFront());
        }
    }
}
