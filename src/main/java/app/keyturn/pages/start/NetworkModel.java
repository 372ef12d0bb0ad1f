package app.keyturn.pages.start;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.ConnectivityCheck;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.wizard.ProxyEntry;
import app.keyturn.wizard.Tasks;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whether Microsoft can be reached, looked at while the person reads the first page. Nothing waits for it, and while all
 * is well it says nothing.
 */
public final class NetworkModel {
    private final Optional<ConnectivityCheck> check;
    private final Tasks tasks;
    private final ProxyEntry proxy;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<@Nullable Connectivity> told = new ReadOnlyObjectWrapper<>(this, "told");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(this, "looking");
    private Tasks.@Nullable Running under;
    private boolean open;

    /**
     * Makes the model; nothing is looked at yet.
     *
     * @param check looks; empty where nothing may leave this computer
     * @param tasks runs it
     * @param proxy what is typed where the network's proxy asks for a password
     * @param messages the words
     */
    public NetworkModel(Optional<ConnectivityCheck> check, Tasks tasks, ProxyEntry proxy, Messages messages) {
        this.check = check;
        this.tasks = tasks;
        this.proxy = proxy;
        this.messages = messages;
    }

    /** What the page tells of: what stands in the way, or that nothing does any more; null while it tells nothing. */
    ReadOnlyObjectProperty<@Nullable Connectivity> visible() {
        return told.getReadOnlyProperty();
    }

    /** True while it is being looked at. */
    ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    /** What the network's proxy is told. */
    ProxyEntry proxy() {
        return proxy;
    }

    /** The page has come to the front. What was found to be well is not looked at twice. */
    void shown() {
        if (told.get() instanceof Connectivity.Open) {
            told.set(null);
        }
        if (!open) {
            look();
        }
    }

    /** Another way to Microsoft has been set, or another cloud: what was found is not true any more. */
    public void settingsChanged() {
        Tasks.Running old = under;
        if (old != null) {
            old.cancel();
        }
        looking.set(false);
        told.set(null);
        open = false;
        look();
    }

    /** Looks again, with what was typed for the network's proxy, if anything was. */
    void again() {
        if (!looking.get()) {
            proxy.handOver();
            look();
        }
    }

    /** The problem to tell in full: the one that can be mended here, else the sign-in's, which comes first. */
    static Problem problem(Connectivity.Barred barred) {
        return all(barred).filter(NetworkModel::asksForAPassword)
                .findFirst()
                .or(() -> all(barred).findFirst())
                .orElseThrow();
    }

    /** What it concerns, in words. */
    String concerns(Connectivity.Barred barred) {
        return messages
                .text("start.network.found." + (alike(barred) ? "BOTH" : service(barred, problem(barred)::equals)));
    }

    /** The other problem, in words, if there are two; else empty. */
    String also(Connectivity.Barred barred) {
        Problem first = problem(barred);
        return alike(barred)
                ? ""
                : all(barred).filter(each -> !each.equals(first))
                        .findFirst()
                        .map(other -> messages.text("start.network.also." + service(barred, other::equals),
                                messages.title(other)))
                        .orElse("");
    }

    private void look() {
        if (looking.get() || check.isEmpty()) {
            return;
        }
        looking.set(true);
        under = tasks.startLong(check.get()::look, this::found,
                fault -> found(new Connectivity.Barred(Optional.of(fault), Optional.of(fault))));
    }

    private void found(Connectivity reach) {
        looking.set(false);
        open = reach instanceof Connectivity.Open;
        told.set(open && told.get() == null ? null : reach);
    }

    private static boolean asksForAPassword(Problem problem) {
        return problem.code() == ProblemCode.NET_PROXY_PASSWORD;
    }

    /** True if the same stands between here and both. */
    private boolean alike(Connectivity.Barred barred) {
        return all(barred).count() == 2
                && all(barred).map(each -> messages.whatHappened(each, "")).distinct().count() == 1;
    }

    private static String service(Connectivity.Barred barred, Predicate<Problem> wanted) {
        return barred.signIn().filter(wanted).isPresent() ? "SIGN_IN" : "GRAPH";
    }

    private static Stream<Problem> all(Connectivity.Barred barred) {
        return Stream.of(barred.signIn(), barred.graph()).flatMap(Optional::stream).map(Objects::requireNonNull);
    }
}
