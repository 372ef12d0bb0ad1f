package app.keyturn;

import app.keyturn.aftercare.ExpiryBook;
import app.keyturn.aftercare.Keepsakes;
import app.keyturn.aftercare.KnownTokens;
import app.keyturn.aftercare.RenewalRecord;
import app.keyturn.aftercare.Texts;
import app.keyturn.pages.byhand.HandWork;
import app.keyturn.pages.done.DoneModel;
import app.keyturn.pages.done.FirstSync;
import app.keyturn.pages.done.TakeHome;
import app.keyturn.pages.signin.LastTime;
import app.keyturn.wizard.Desktop;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.KeepModel;
import app.keyturn.wizard.Keeping;
import app.keyturn.wizard.Messages;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/**
 * What one world remembers and gives away. What is renewed in practice is no organisation: nothing of it enters the
 * expiry book, and none of those in it is met there.
 */
final class Aftercare {
    private final boolean practising;
    private final String version;
    private final Draft draft;
    private final Messages messages;
    private final Clock clock;
    private final Optional<ExpiryBook> book;
    private final Keepsakes keepsakes;
    private final Desktop desktop;

    /**
     * Makes it.
     *
     * @param around what is given from outside
     * @param practising true in the practice world
     * @param draft what has been entered and found
     * @param messages the words
     * @param desktop asks where to save a file, and opens it
     */
    Aftercare(Surroundings around, boolean practising, Draft draft, Messages messages, Desktop desktop) {
        this.practising = practising;
        this.draft = draft;
        this.messages = messages;
        this.desktop = desktop;
        version = around.version();
        clock = around.clock();
        book = Optional.of(around.book()).filter(_ -> !practising);
        keepsakes = new Keepsakes(() -> new Texts(messages.bundle(), messages.habits()), clock, desktop::chooseFile,
                record -> book.flatMap(known -> known.nextReminder(record)));
    }

    /** The organisations renewed before; empty where nothing is remembered. */
    Optional<ExpiryBook> book() {
        return book;
    }

    /** The tokens saved before. */
    KnownTokens tokens() {
        return new KnownTokens(book, clock);
    }

    /** Reminder and receipt of a renewal, to be written when the person presses a button. */
    KeepModel keep(Supplier<Optional<RenewalRecord>> record) {
        return new KeepModel(new Written(record, keepsakes), desktop, messages);
    }

    /**
     * What is written of a renewal.
     *
     * @param record the renewal, as it stands when a button is pressed; empty while there is nothing to write
     * @param keepsakes writes it
     */
    private record Written(Supplier<Optional<RenewalRecord>> record, Keepsakes keepsakes) implements Keeping {
        @Override
        public Optional<Kept> saveReminder() {
            return record.get().flatMap(keepsakes::saveReminder).map(Written::kept);
        }

        @Override
        public Optional<String> dates() {
            return record.get().flatMap(keepsakes::dates);
        }

        @Override
        public Optional<Kept> saveReceipt() {
            return record.get().flatMap(keepsakes::saveReceipt).map(Written::kept);
        }

        private static Kept kept(Keepsakes.Written file) {
            return new Kept(file.words(), file.page());
        }
    }

    /** What became of the last renewal of the app that is found. */
    LastTime lastTime() {
        return new LastTime(book, draft, clock);
    }

    /** What is known at the end; the book follows it. */
    TakeHome takeHome(DoneModel done, FirstSync sync) {
        TakeHome home = new TakeHome(practising, version, draft, sync, done.revoked(), messages, clock);
        book.ifPresent(kept -> Bookkeeper.keep(kept, home));
        return home;
    }

    /** What the person says to have done by hand; the book follows it. */
    HandWork byHand(Consumer<ObservableValue<String>> say) {
        HandWork work = new HandWork(practising, version, draft, messages, clock, say);
        book.ifPresent(kept -> Bookkeeper.keep(kept, work));
        return work;
    }
}
