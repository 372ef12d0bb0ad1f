package app.keyturn;

import app.keyturn.i18n.Messages;
import app.keyturn.platform.HostMap;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.walkthrough.WalkthroughWindow;
import app.keyturn.wizard.SessionSwitch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The content of the window: one session at a time, in real or in practice mode. */
public final class Window implements SessionSwitch, WalkthroughWindow, AutoCloseable {
    static final double WIDTH = 900;
    static final double HEIGHT = 640;

    private final Environment environment;
    private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
    private final WindowPreferences preferences;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Keyturn");
    private String scenario = Scenario.HEALTHY.id();
    private Portal practicePortal = Portal.SCHOOL;
    private volatile @Nullable Session session;
    private @Nullable PracticeWorld practice;

    /** Creates an empty window; {@link #enterPractice} or {@link #leavePractice} fills it. */
    public Window(Environment environment) {
        this.environment = environment;
        preferences = new WindowPreferences(environment, scene, () -> Optional.ofNullable(session));
    }

    @Override
    public Scene scene() {
        return scene;
    }

    /** Loads in the background what the next pages need. */
    public void warmUp() {
        Optional.ofNullable(session).ifPresent(Session::warmUp);
    }

    /** The title of the window. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    public WindowPreferences preferences() {
        return preferences;
    }

    @Override
    public Messages messages() {
        return environment.messages();
    }

    @Override
    public boolean practising() {
        return practiceWorld().isPresent();
    }

    @Override
    public List<String> scenarios() {
        return Arrays.stream(Scenario.values()).map(Scenario::id).toList();
    }

    @Override
    public String scenario() {
        return scenario;
    }

    @Override
    public Optional<Portal> practicePortal() {
        return practiceWorld().map(_ -> practicePortal);
    }

    @Override
    public void enterPractice(Portal portal, String wanted) {
        scenario = wanted;
        practicePortal = portal;
        Scenario chosen = Scenario.fromId(wanted).orElse(Scenario.HEALTHY);
        try {
            enter(PracticeWorld.open(chosen, portal.name().toLowerCase(Locale.ROOT), environment.practice()));
        } catch (IOException noPort) {
            if (session == null) {
                leavePractice();
            }
            Optional.ofNullable(session).ifPresent(now -> now.announce("frame.practice.no-port"));
        }
    }

    @Override
    public void leavePractice() {
        enter(null);
    }

    /** The open practice world; empty outside practice mode. */
    public Optional<PracticeWorld> practiceWorld() {
        return Optional.ofNullable(practice);
    }

    @Override
    public int callsToGreen() {
        Session now = session;
        return now == null ? 0 : now.callsToGreen();
    }

    /** True if the window may be closed now; if not, shows why. */
    boolean mayClose() {
        Session now = session;
        return now == null || now.mayClose();
    }

    /** Waits, but not for ever, for what must not be cut off by the end of the program. From any thread. */
    void awaitWrites() {
        Session now = session;
        if (now != null) {
            now.awaitWrites();
        }
    }

    /** Shows that the program itself has failed. */
    void showFault() {
        Session now = session;
        if (now != null) {
            now.showFault();
        }
    }

    @Override
    public void close() {
        Session now = session;
        if (now != null) {
            now.leave();
        }
        session = null;
        switchPractice(null);
    }

    private void enter(@Nullable PracticeWorld wanted) {
        Session left = session;
        if (left != null) {
            left.leave();
        }
        switchPractice(wanted);
        Optional<HostMap> book = practiceWorld().map(open -> HostMap.forPractice(open.addresses()));
        Session entered = new Session(environment, new ConstructionSwitch(wanted != null), () -> enter(practice), book,
                preferences);
        session = entered;
        scene.setRoot(entered.view());
        title.bind(entered.title());
    }

    /** Closes the practice world that is open, unless it is the given one. */
    private void switchPractice(@Nullable PracticeWorld wanted) {
        PracticeWorld open = practice;
        practice = wanted;
        if (open != null && !open.equals(wanted)) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The switch for a session under construction: it already reports the mode of the new session. */
    private final class ConstructionSwitch implements SessionSwitch {
        private final boolean practising;

        ConstructionSwitch(boolean practising) {
            this.practising = practising;
        }

        @Override
        public boolean practising() {
            return practising;
        }

        @Override
        public List<String> scenarios() {
            return Window.this.scenarios();
        }

        @Override
        public String scenario() {
            return scenario;
        }

        @Override
        public Optional<Portal> practicePortal() {
            return Window.this.practicePortal();
        }

        @Override
        public void enterPractice(Portal portal, String wanted) {
            Window.this.enterPractice(portal, wanted);
        }

        @Override
        public void leavePractice() {
            Window.this.leavePractice();
        }
    }
}
