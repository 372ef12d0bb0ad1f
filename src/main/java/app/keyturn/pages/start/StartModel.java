package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.SaveNote;
import app.keyturn.renewal.Portal;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SessionSwitch;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which portal, and which of the three ways in: begin, look at Microsoft's side first, or practise. */
public final class StartModel extends PageModel {

    /** Which way in is recommended. */
    public enum Advice {
        /** Nothing was ever renewed here: look at Microsoft's side before a token is made. */
        CHECK_FIRST,
        /** The way has been gone before. */
        BEGIN,
        /** Microsoft's side has just been looked at. */
        CHECKED
    }

    private final RenewalState renewalState;
    private final Frame frame;
    private final SessionSwitch sessionSwitch;
    private final Messages messages;
    private final KnownOrganisations known;
    private final UnfinishedSaves interruption;
    private final NetworkModel network;
    private final NewerVersionModel newer;
    private final BiConsumer<String, String> signInTo;
    private final ReadOnlyStringWrapper proposal = new ReadOnlyStringWrapper(this, "proposal", "");
    private final ReadOnlyStringWrapper appleRoles = new ReadOnlyStringWrapper(this, "appleRoles", "");
    private final ObjectProperty<@Nullable String> scenario = new SimpleObjectProperty<>(this, "scenario");
    private final ReadOnlyObjectWrapper<Advice> advice = new ReadOnlyObjectWrapper<>(this, "advice", Advice.BEGIN);
    private boolean checking;

    /**
     * Makes the model.
     *
     * @param renewalState gets the portal and the order of the pages
     * @param frame goes on
     * @param sessionSwitch enters the practice world
     * @param messages the words
     * @param known the organisations renewed before
     * @param interruption the save that was cut off, if one was
     * @param network whether Microsoft can be reached
     * @param newer whether there is a newer version
     * @param signInTo proposes an organisation's id for the sign-in, and the object id of the app renewed there last
     */
    public StartModel(RenewalState renewalState, Frame frame, SessionSwitch sessionSwitch, Messages messages,
            KnownOrganisations known,
            UnfinishedSaves interruption, NetworkModel network, NewerVersionModel newer,
            BiConsumer<String, String> signInTo) {
        super(messages.live("start.begin"));
        this.renewalState = renewalState;
        this.frame = frame;
        this.sessionSwitch = sessionSwitch;
        this.messages = messages;
        this.known = known;
        this.interruption = interruption;
        this.network = network;
        this.newer = newer;
        this.signInTo = signInTo;
        scenario.set(sessionSwitch.scenario());
        readyWhile(renewalState.portal().isNotNull());
        renewalState.portal().subscribe(this::portalChosen);
        advice.bind(Bindings.createObjectBinding(this::advise, renewalState.target()));
    }

    /** From here the main button leads the usual way, and the rail says so. */
    @Override
    public void shown() {
        renewalState.checkFirst().set(false);
        network.shown();
        newer.shown();
    }

    @Override
    public void passed() {
        renewalState.checkFirst().set(checking);
        checking = false;
        proposal.bind(Messages.empty());
    }

    /** The portal; null until chosen. */
    public ObjectProperty<@Nullable Portal> portal() {
        return renewalState.portal();
    }

    /** What should be chosen first, in words; empty if nothing is missing. */
    public ReadOnlyStringProperty proposal() {
        return proposal.getReadOnlyProperty();
    }

    /** The roles at Apple of which one is needed. */
    public ReadOnlyStringProperty appleRoles() {
        return appleRoles.getReadOnlyProperty();
    }

    /** Which way in is recommended. */
    public ReadOnlyObjectProperty<Advice> advice() {
        return advice.getReadOnlyProperty();
    }

    /** The organisations renewed before. */
    public KnownOrganisations known() {
        return known;
    }

    /** Begins with an organisation renewed before: with its portal, and with its own sign-in. */
    public void renew(ExpiryEntry organisation) {
        begin(organisation.portal(), organisation.tenantId(), organisation.appObjectId());
    }

    /** Forgets the organisation that was asked about, and says what came of it. */
    void forget() {
        frame.announce(messages.live(known.forget() ? "start.known.forgotten" : "start.known.not-forgotten"));
    }

    /** The save that was cut off, if one was. */
    public UnfinishedSaves interruption() {
        return interruption;
    }

    /** Whether Microsoft can be reached. */
    public NetworkModel network() {
        return network;
    }

    /** Whether there is a newer version. */
    NewerVersionModel newer() {
        return newer;
    }

    /** Begins again where a save was cut off: with its portal, and with its organisation's own sign-in. */
    public void finish(SaveNote cutOff) {
        begin(cutOff.portal(), cutOff.tenantId(), cutOff.appObjectId());
    }

    /** Tells of the save that was cut off no more. */
    public void dismiss() {
        if (!interruption.dismiss()) {
            frame.announce(messages.live("start.unfinished.stays"));
        }
    }

    /** True in the practice world. */
    public boolean practising() {
        return sessionSwitch.practising();
    }

    /** The scenarios to practise, by id. */
    public List<String> scenarios() {
        return sessionSwitch.scenarios();
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
            proposal.bind(messages.live("start.choose-first"));
        }
    }

    /** Enters the practice world, or another scenario of it. */
    public void practise() {
        Portal chosen = renewalState.portal().get();
        String wanted = scenario.get();
        sessionSwitch.enterPractice(chosen == null ? Portal.SCHOOL : chosen,
                wanted == null ? sessionSwitch.scenario() : wanted);
    }

    private void begin(Portal portal, String tenantId, String appId) {
        renewalState.portal().set(portal);
        signInTo.accept(tenantId, appId);
        frame.next();
    }

    private Advice advise() {
        return renewalState.target().get() != null
                ? Advice.CHECKED
                : known.all().isEmpty() ? Advice.CHECK_FIRST : Advice.BEGIN;
    }

    private void portalChosen(@Nullable Portal portal) {
        proposal.bind(Messages.empty());
        appleRoles.bind(messages.live("start.roles." + (portal == null ? Portal.SCHOOL : portal)));
        // A practice world is made for one portal; another one needs another world.
        sessionSwitch.practicePortal().filter(made -> portal != null && made != portal).ifPresent(_ -> practise());
    }
}
