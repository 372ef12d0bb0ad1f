package app.keyturn.pages.start;

import app.keyturn.renewal.Portal;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.Worlds;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which portal, and which of the three ways in: begin, look at Microsoft's side first, or practise. */
public final class StartModel extends PageModel {
    private final Draft draft;
    private final Frame frame;
    private final Worlds worlds;
    private final Messages messages;
    private final ReadOnlyStringWrapper proposal = new ReadOnlyStringWrapper(this, "proposal", "");
    private final ReadOnlyStringWrapper appleRoles = new ReadOnlyStringWrapper(this, "appleRoles", "");
    private final ObjectProperty<@Nullable String> scenario = new SimpleObjectProperty<>(this, "scenario");
    private boolean checking;

    /**
     * Makes the model.
     *
     * @param draft gets the portal and the order of the pages
     * @param frame goes on
     * @param worlds enters the practice world
     * @param messages the words
     */
    public StartModel(Draft draft, Frame frame, Worlds worlds, Messages messages) {
        super(messages.text("start.begin"));
        this.draft = draft;
        this.frame = frame;
        this.worlds = worlds;
        this.messages = messages;
        scenario.set(worlds.scenario());
        readyWhile(draft.portal().isNotNull());
        draft.portal().subscribe(this::portalChosen);
    }

    @Override
    public void passed() {
        draft.checkFirst().set(checking);
        checking = false;
        proposal.set("");
    }

    /** The portal; null until chosen. */
    public ObjectProperty<@Nullable Portal> portal() {
        return draft.portal();
    }

    /** What should be chosen first, in words; empty if nothing is missing. */
    public ReadOnlyStringProperty proposal() {
        return proposal.getReadOnlyProperty();
    }

    /** The roles at Apple of which one is needed. */
    public ReadOnlyStringProperty appleRoles() {
        return appleRoles.getReadOnlyProperty();
    }

    /** True in the practice world. */
    public boolean practising() {
        return worlds.practising();
    }

    /** The scenarios to practise, by id. */
    public List<String> scenarios() {
        return worlds.scenarios();
    }

    /** The scenario to practise. */
    public ObjectProperty<@Nullable String> scenario() {
        return scenario;
    }

    /** Goes on to Microsoft's side, before anything is made at Apple; asks for the portal if it is not known yet. */
    public void checkFirst() {
        if (ready().get()) {
            checking = true;
            frame.next();
        } else {
            proposal.set(messages.text("start.choose-first"));
        }
    }

    /** Enters the practice world, or another scenario of it. */
    public void practise() {
        Portal chosen = draft.portal().get();
        String wanted = scenario.get();
        worlds.enterPractice(chosen == null ? Portal.SCHOOL : chosen, wanted == null ? worlds.scenario() : wanted);
    }

    private void portalChosen(@Nullable Portal portal) {
        proposal.set("");
        appleRoles.set(messages.text("start.roles." + (portal == null ? Portal.SCHOOL : portal)));
        // A practice world is made for one portal; another one needs another world.
        worlds.practicePortal().filter(made -> portal != null && made != portal).ifPresent(_ -> practise());
    }
}
