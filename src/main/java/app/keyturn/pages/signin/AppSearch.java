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

/** The search for an app that Keyturn did not find by itself: by what the person types, or through all apps. */
final class AppSearch {
    /** How far a search is of which nobody knows how long it takes; as JavaFX's progress bars have it. */
    static final double NOT_KNOWN = -1;

    private final AppLookup lookup;
    private final Tasks tasks;
    private final Messages messages;
    private final Predicate<String> isSecret;
    private final Found takes;

    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", NOT_KNOWN);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Tasks.@Nullable Running task;
    /** Tells the search that is under way from those before it; null while there is none. */
    private @Nullable Object underWay;
    /** How far the search through all apps is; null while there is none. */
    private @Nullable SearchProgress last;
    private Runnable again = () -> {};

    /** Gets what comes of a search. */
    interface Found {
        /** Apps were found, at least one. */
        void found(List<ProvisioningApp> apps);

        /** The search could not be made. */
        void failed(Problem problem);
    }

    AppSearch(AppLookup lookup, Tasks tasks, Messages messages, Predicate<String> isSecret, Found takes) {
        this.lookup = lookup;
        this.tasks = tasks;
        this.messages = messages;
        this.isSecret = isSecret;
        this.takes = takes;
    }

    /** True while the person is offered to search. */
    BooleanProperty open() {
        return open;
    }

    /** The name or object id to look for; it stays, whatever happens. A token that was pasted here by mistake does not. */
    StringProperty typed() {
        return typed;
    }

    /** True while a search is under way. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** How much of it is done, from 0 to 1; {@link #NOT_KNOWN} if nobody can tell. */
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** How far it is, in words. */
    ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** What came of the last search if no app did, in words; empty before. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Looks for what was typed. */
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

    /** Looks through all apps. */
    void searchAll() {
        begin(this::searchAll, messages.live("signin.search.begins"), lookup::searchAll,
                messages.live("signin.search.none"));
    }

    /** Ends the search at once; what it has found so far counts. */
    void stop() {
        SearchProgress reached = last;
        cancel();
        List<ProvisioningApp> found = reached == null ? List.of() : reached.found();
        ended(found, reached == null
                ? messages.live("signin.search.stopped")
                : messages.live("signin.search.stopped.none", reached.looked()));
    }

    /** Makes the last search once more. */
    void repeat() {
        again.run();
    }

    /** Says something about what was found. */
    void say(ObservableValue<String> words) {
        message.bind(words);
    }

    /** Ends a search without asking what it has found, and takes the offer back. */
    void close() {
        cancel();
        message.bind(Messages.empty());
        open.set(false);
    }

    /** A way to look for apps. */
    @FunctionalInterface
    private interface Look {
        List<ProvisioningApp> look(Consumer<SearchProgress> progress) throws ProblemException, InterruptedException;
    }

    private void begin(Runnable repeat, ObservableValue<String> doing, Look way,
            ObservableValue<String> none) {
        cancel();
        Object begun = new Object();
        underWay = begun;
        again = repeat;
        message.bind(Messages.empty());
        progress.bind(doing);
        share.set(NOT_KNOWN);
        running.set(true);
        task = tasks.startLong(() -> way.look(now -> report(begun, now)), found -> ended(found, none), this::failed);
    }

    private void report(Object search, SearchProgress now) {
        tasks.onWindow(() -> {
            // A report on its way while the search was stopped comes too late.
            if (search.equals(underWay)) {
                show(now);
            }
        });
    }

    private void show(SearchProgress now) {
        last = now;
        OptionalInt of = now.of();
        share.set(of.isPresent() && of.getAsInt() > 0 ? (double) now.looked() / of.getAsInt() : NOT_KNOWN);
        progress.bind(of.isPresent()
                ? messages.live("signin.search.progress", now.looked(), of.getAsInt(), now.found().size())
                : messages.live("signin.search.progress.unknown", now.looked(), now.found().size()));
    }

    private void ended(List<ProvisioningApp> found, ObservableValue<String> none) {
        cancel();
        if (found.isEmpty()) {
            message.bind(none);
        } else {
            takes.found(found);
        }
    }

    private void failed(Problem problem) {
        cancel();
        takes.failed(problem);
    }

    private void cancel() {
        Tasks.Running under = task;
        if (under != null) {
            under.cancel();
        }
        task = null;
        underWay = null;
        last = null;
        running.set(false);
    }
}
