package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.wizard.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
    /** The last search through all apps, if it was interrupted: another one can go on from there. */
    private SearchResult unfinished = SearchResult.NONE;
    private Runnable repeatLast = () -> {};

    /** Receives the result of a search. */
    interface Listener {
        /**
         * A search has ended.
         *
         * @param result may have found none
         * @param all whether it was a search through all apps
         */
        void ended(SearchResult result, boolean all);

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
                    result -> ended(result, false, noneFound(nameOrId, result)));
        }
    }

    /** Searches through all apps. */
    void searchAll() {
        unfinished = SearchResult.NONE;
        goOn();
    }

    /** Searches through the apps that the last search through all apps has left, and those that it could not read. */
    void goOn() {
        SearchResult earlier = unfinished;
        open.set(true);
        begin(this::goOn, messages.live("signin.search.begins"), report -> lookup.searchAll(earlier, report),
                this::allEnded);
    }

    /** Ends the search at once; apps found so far count. */
    void stop() {
        SearchProgress reached = lastProgress;
        cancel();
        if (reached == null) {
            message.bind(messages.live("signin.search.stopped"));
        } else {
            ended(new SearchResult(reached.found(), List.of(), Set.of(),
                    new Rest.Interrupted(reached.checked(), reached.total(), Optional.empty())), true,
                    messages.live("signin.search.stopped.none", reached.checked()));
        }
    }

    /** Forgets how far a search has come: it was one of another organisation, or is out of date. */
    void forget() {
        close();
        unfinished = SearchResult.NONE;
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
        SearchResult run(Consumer<SearchProgress> progress) throws ProblemException, InterruptedException;
    }

    private void begin(Runnable repeat, ObservableValue<String> doing, Search search,
            Consumer<SearchResult> done) {
        cancel();
        Object begun = new Object();
        current = begun;
        repeatLast = repeat;
        message.bind(Messages.empty());
        progress.bind(doing);
        fraction.set(INDETERMINATE);
        running.set(true);
        task = tasks.startLongRunning(() -> search.run(now -> onProgress(begun, now)), done, this::failed);
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

    private void allEnded(SearchResult result) {
        boolean interrupted = result.rest() instanceof Rest.Interrupted;
        unfinished = interrupted ? result : SearchResult.NONE;
        ended(result, true, messages.live(interrupted
                ? "signin.search.none.interrupted"
                : result.unread().isEmpty() ? "signin.search.none" : "signin.search.none.unread"));
        // What was found is tried, and that tells the reason, too, if it has not passed.
        if (result.apps().isEmpty() && result.rest() instanceof Rest.Interrupted rest) {
            rest.reason().ifPresent(listener::failed);
        }
    }

    private ObservableValue<String> noneFound(String nameOrId, SearchResult result) {
        if (result.rest() instanceof Rest.OtherNames(int checked)) {
            return messages.live("signin.find.none.more", nameOrId, checked);
        }
        return result.unread().isEmpty()
                ? messages.live("signin.find.none", nameOrId)
                : messages.live("signin.find.none.unread", nameOrId);
    }

    /**
     * Ends a search.
     *
     * @param none is shown if it has found no app
     */
    private void ended(SearchResult result, boolean all, ObservableValue<String> none) {
        cancel();
        if (result.apps().isEmpty()) {
            message.bind(none);
        }
        listener.ended(result, all);
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
