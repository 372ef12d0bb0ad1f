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
 * Whether Microsoft can be reached, checked while the user reads the first page. Nothing waits for it, and it says
 * nothing while all is well.
 */
public final class NetworkModel {
    private final Optional<ConnectivityCheck> check;
    private final Tasks tasks;
    private final ProxyEntry proxy;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<@Nullable Connectivity> visible = new ReadOnlyObjectWrapper<>(this, "visible");
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
    private Tasks.@Nullable Running running;
    private boolean reachable;

    /**
     * Checks nothing yet.
     *
     * @param check empty where nothing may leave this computer
     * @param proxy what the user enters for the network's proxy
     */
    public NetworkModel(Optional<ConnectivityCheck> check, Tasks tasks, ProxyEntry proxy, Messages messages) {
        this.check = check;
        this.tasks = tasks;
        this.proxy = proxy;
        this.messages = messages;
    }

    /** What the page shows: what blocks the connection, or that nothing does any more; null while it shows nothing. */
    ReadOnlyObjectProperty<@Nullable Connectivity> visible() {
        return visible.getReadOnlyProperty();
    }

    /** True while the check runs. */
    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    ProxyEntry proxy() {
        return proxy;
    }

    /** Called when the page comes to the front. A good result is not checked twice. */
    void onShown() {
        if (visible.get() instanceof Connectivity.Reachable) {
            visible.set(null);
        }
        if (!reachable) {
            check();
        }
    }

    /** The result no longer counts, because the settings may lead another way or to another cloud. */
    public void settingsChanged() {
        Tasks.Running old = running;
        if (old != null) {
            old.cancel();
        }
        checking.set(false);
        visible.set(null);
        reachable = false;
        check();
    }

    /** Checks again, with what was entered for the network's proxy, if anything was. */
    void checkAgain() {
        if (!checking.get()) {
            proxy.handOver();
            check();
        }
    }

    /** The problem to show in full: one that can be solved here, else the sign-in's, which comes first. */
    static Problem problem(Connectivity.Unreachable unreachable) {
        return all(unreachable).filter(NetworkModel::asksForPassword)
                .findFirst()
                .or(() -> all(unreachable).findFirst())
                .orElseThrow();
    }

    /** What the problem affects. */
    String affected(Connectivity.Unreachable unreachable) {
        return messages
                .text("start.network.found."
                        + (sameProblem(unreachable) ? "BOTH" : service(unreachable, problem(unreachable)::equals)));
    }

    /** The other problem, if there are two; else empty. */
    String otherProblem(Connectivity.Unreachable unreachable) {
        Problem first = problem(unreachable);
        return sameProblem(unreachable)
                ? ""
                : all(unreachable).filter(each -> !each.equals(first))
                        .findFirst()
                        .map(other -> messages.text("start.network.also." + service(unreachable, other::equals),
                                messages.title(other)))
                        .orElse("");
    }

    private void check() {
        if (checking.get() || check.isEmpty()) {
            return;
        }
        checking.set(true);
        running = tasks.startLongRunning(check.get()::check, this::found,
                fault -> found(new Connectivity.Unreachable(Optional.of(fault), Optional.of(fault))));
    }

    private void found(Connectivity connectivity) {
        checking.set(false);
        reachable = connectivity instanceof Connectivity.Reachable;
        visible.set(reachable && visible.get() == null ? null : connectivity);
    }

    private static boolean asksForPassword(Problem problem) {
        return problem.code() == ProblemCode.NET_PROXY_PASSWORD;
    }

    /** True if the same problem affects both. */
    private boolean sameProblem(Connectivity.Unreachable unreachable) {
        return all(unreachable).count() == 2
                && all(unreachable).map(each -> messages.whatHappened(each, "")).distinct().count() == 1;
    }

    private static String service(Connectivity.Unreachable unreachable, Predicate<Problem> wanted) {
        return unreachable.signIn().filter(wanted).isPresent() ? "SIGN_IN" : "GRAPH";
    }

    private static Stream<Problem> all(Connectivity.Unreachable unreachable) {
        return Stream.of(unreachable.signIn(), unreachable.graph())
                .flatMap(Optional::stream)
                .map(Objects::requireNonNull);
    }
}
