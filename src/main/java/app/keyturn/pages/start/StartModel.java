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

/** Which portal, and which of the three ways to start: begin, check Microsoft's side first, or practise. */
public final class StartModel extends PageModel {

    /** Which way to start is recommended. */
    public enum Advice {
        /** Nothing was ever renewed here: check Microsoft's side before a token is created. */
        CHECK_FIRST,
        /** There has been a renewal before. */
        BEGIN,
        /** Microsoft's side has just been checked. */
        CHECKED
    }

    private final RenewalState renewalState;
    private final Frame frame;
    private final SessionSwitch sessionSwitch;
    private final Messages messages;
    private final KnownOrganisations known;
    private final UnfinishedSaves unfinishedSaves;
    private final NetworkModel network;
    private final NewerVersionModel newerVersion;
    private final BiConsumer<String, String> signInTo;
    private final ReadOnlyStringWrapper proposal = new ReadOnlyStringWrapper(this, "proposal", "");
    private final ReadOnlyStringWrapper appleRoles = new ReadOnlyStringWrapper(this, "appleRoles", "");
    private final ObjectProperty<@Nullable String> scenario = new SimpleObjectProperty<>(this, "scenario");
    private final ReadOnlyObjectWrapper<Advice> advice = new ReadOnlyObjectWrapper<>(this, "advice", Advice.BEGIN);
    private boolean checking;

    /**
     * Creates the model.
     *
     * @param unfinishedSaves the saves that were interrupted
     * @param signInTo proposes an organisation's id for the sign-in, and the object id of the app renewed there last
     */
    public StartModel(RenewalState renewalState, Frame frame, SessionSwitch sessionSwitch, Messages messages,
            KnownOrganisations known,
            UnfinishedSaves unfinishedSaves, NetworkModel network, NewerVersionModel newerVersion,
            BiConsumer<String, String> signInTo) {
        super(messages.live("start.begin"));
        this.renewalState = renewalState;
        this.frame = frame;
        this.sessionSwitch = sessionSwitch;
        this.messages = messages;
        this.known = known;
        this.unfinishedSaves = unfinishedSaves;
        this.network = network;
        this.newerVersion = newerVersion;
        this.signInTo = signInTo;
        scenario.set(sessionSwitch.scenario());
        readyWhile(renewalState.portal().isNotNull());
        renewalState.portal().subscribe(this::portalChosen);
        advice.bind(Bindings.createObjectBinding(this::advise, renewalState.target()));
    }

    /** From here the main button leads through the usual order, and the rail shows it. */
    @Override
    public void onShown() {
        renewalState.checkFirst().set(false);
        network.onShown();
        newerVersion.onShown();
    }

    /** Going on from here begins a renewal, also after a completed one. */
    @Override
    public void onNext() {
        renewalState.beginNext();
        renewalState.checkFirst().set(checking);
        checking = false;
        proposal.bind(Messages.empty());
    }

    /** The portal; null until chosen. */
    public ObjectProperty<@Nullable Portal> portal() {
        return renewalState.portal();
    }

    /** What must be chosen first; empty if nothing is missing. */
    public ReadOnlyStringProperty proposal() {
        return proposal.getReadOnlyProperty();
    }

    /** The roles at Apple, one of which is needed. */
    public ReadOnlyStringProperty appleRoles() {
        return appleRoles.getReadOnlyProperty();
    }

    /** Which way to start is recommended. */
    public ReadOnlyObjectProperty<Advice> advice() {
        return advice.getReadOnlyProperty();
    }

    public KnownOrganisations known() {
        return known;
    }

    /** Begins with a known organisation: its portal, and a sign-in to it. */
    public void renew(ExpiryEntry organisation) {
        begin(organisation.portal(), organisation.tenantId(), organisation.appObjectId());
    }

    /** Forgets the organisation in question, and shows the result. */
    void forget() {
        frame.announce(messages.live(known.forget() ? "start.known.forgotten" : "start.known.not-forgotten"));
    }

    public UnfinishedSaves unfinishedSaves() {
        return unfinishedSaves;
    }

    public NetworkModel network() {
        return network;
    }

    NewerVersionModel newerVersion() {
        return newerVersion;
    }

    /** Continues an interrupted save: with its portal, and a sign-in to its organisation. */
    public void finish(SaveNote note) {
        begin(note.portal(), note.tenantId(), note.appObjectId());
    }

    /** Dismisses the notice about an interrupted save. */
    public void dismiss() {
        if (!unfinishedSaves.dismiss()) {
            frame.announce(messages.live("start.unfinished.stays"));
        }
    }

    /** True in practice mode. */
    public boolean practising() {
        return sessionSwitch.practising();
    }

    /** The IDs of the practice scenarios. */
    public List<String> scenarios() {
        return sessionSwitch.scenarios();
    }

    /** The ID of the scenario to practise. */
    public ObjectProperty<@Nullable String> scenario() {
        return scenario;
    }

    /** Goes to Microsoft's side before anything is created at Apple; asks for the portal if none is chosen. */
    public void checkFirst() {
        if (ready().get()) {
            checking = true;
            frame.next();
        } else {
            proposal.bind(Messages.empty()); // a second press, too, leads to what is missing
            proposal.bind(messages.live("start.choose-first"));
        }
    }

    /** Enters practice mode, or opens another scenario. */
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
        // A practice world is made for one portal.
        sessionSwitch.practicePortal().filter(made -> portal != null && made != portal).ifPresent(_ -> practise());
    }
}
