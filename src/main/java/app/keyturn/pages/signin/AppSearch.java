package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.wizard.Tasks;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The search for an app that was not found automatically: by name or id, or through all apps. */
final class AppSearch {
    /** The progress of a search of unknown length, as JavaFX's progress bars define it. */
    static final double INDETERMINATE = -1;

    private final AppLookup lookup;
    private final Tasks tasks;
    private final Messages messages;
    private final Predicate<String> isSecret;
    private final Listener listener;

    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", INDETERMINATE);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Tasks.@Nullable Running task;
    /** Identifies the current search, as opposed to earlier ones; null if there is none. */
    private @Nullable Object current;
    /** The progress of the search through all apps; null if there is none. */
    private @Nullable SearchProgress lastProgress;
    private Runnable repeatLast = () -> {};

    /** Receives the result of a search. */
    interface Listener {
        /** Never empty. */
        void found(List<ProvisioningApp> apps);

        void failed(Problem problem);
    }

    AppSearch(AppLookup lookup, Tasks tasks, Messages messages, Predicate<String> isSecret, Listener listener) {
        this.lookup = lookup;
        this.tasks = tasks;
        this.messages = messages;
        this.isSecret = isSecret;
        this.listener = listener;
    }

    /** True while the search is offered. */
    BooleanProperty open() {
        return open;
    }

    /** The name or object id to search for. It stays, unless it is a token pasted here by mistake. */
    StringProperty typed() {
        return typed;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** The progress from 0 to 1, or {@link #INDETERMINATE}. */
    ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /** The progress as text. */
    ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Why the last search found nothing; empty before. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Searches for the text entered. */
    void find() {
        if (isSecret.test(typed.get())) {
            typed.set("");
        }
        String nameOrId = typed.get().strip();
        if (nameOrId.isEmpty()) {
            message.bind(messages.live("signin.find.empty"));
        } else {
            begin(this::find, messages.live("signin.find.running", nameOrId), _ -> lookup.find(nameOrId),
                    messages.live("signin.find.none", nameOrId));
        }
    }

    /** Searches through all apps. */
    void searchAll() {
        begin(this::searchAll, messages.live("signin.search.begins"), lookup::searchAll,
                messages.live("signin.search.none"));
    }

    /** Ends the search at once; apps found so far count. */
    void stop() {
        SearchProgress reached = lastProgress;
        cancel();
        List<ProvisioningApp> found = reached == null ? List.of() : reached.found();
        ended(found, reached == null
                ? messages.live("signin.search.stopped")
                : messages.live("signin.search.stopped.none", reached.checked()));
    }

    /** Repeats the last search. */
    void repeat() {
        repeatLast.run();
    }

    void show(ObservableValue<String> text) {
        message.bind(text);
    }

    /** Ends the search, ignores its result, and withdraws the offer. */
    void close() {
        cancel();
        message.bind(Messages.empty());
        open.set(false);
    }

    @FunctionalInterface
    private interface Search {
        List<ProvisioningApp> run(Consumer<SearchProgress> progress) throws ProblemException, InterruptedException;
    }

    private void begin(Runnable repeat, ObservableValue<String> doing, Search search,
            ObservableValue<String> none) {
        cancel();
        Object begun = new Object();
        current = begun;
        repeatLast = repeat;
        message.bind(Messages.empty());
        progress.bind(doing);
        fraction.set(INDETERMINATE);
        running.set(true);
        task = tasks.startLongRunning(() -> search.run(now -> onProgress(begun, now)), found -> ended(found, none),
                this::failed);
    }

    private void onProgress(Object search, SearchProgress now) {
        tasks.runLater(() -> {
            // A report may arrive after its search was stopped.
            if (search.equals(current)) {
                show(now);
            }
        });
    }

    private void show(SearchProgress now) {
        lastProgress = now;
        OptionalInt total = now.total();
        fraction.set(
                total.isPresent() && total.getAsInt() > 0 ? (double) now.checked() / total.getAsInt() : INDETERMINATE);
        progress.bind(total.isPresent()
                ? messages.live("signin.search.progress", now.checked(), total.getAsInt(), now.found().size())
                : messages.live("signin.search.progress.unknown", now.checked(), now.found().size()));
    }

    private void ended(List<ProvisioningApp> found, ObservableValue<String> none) {
        cancel();
        if (found.isEmpty()) {
            message.bind(none);
        } else {
            listener.found(found);
        }
    }

    private void failed(Problem problem) {
        cancel();
        listener.failed(problem);
    }

    private void cancel() {
        Tasks.Running last = task;
        if (last != null) {
            last.cancel();
        }
        task = null;
        current = null;
        lastProgress = null;
        running.set(false);
    }
}
