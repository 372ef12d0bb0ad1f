package app.keyturn;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.byhand.ByHandModel;
import app.keyturn.pages.byhand.ByHandPage;
import app.keyturn.pages.byhand.ManualCompletion;
import app.keyturn.pages.common.DocumentExport;
import app.keyturn.pages.common.DocumentExportModel;
import app.keyturn.pages.common.NotificationEmailCard;
import app.keyturn.pages.common.SyncText;
import app.keyturn.pages.done.DoneModel;
import app.keyturn.pages.done.DonePage;
import app.keyturn.pages.done.RenewalSummary;
import app.keyturn.pages.done.SyncModel;
import app.keyturn.pages.signin.PreviousRenewal;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.KnownTokens;
import app.keyturn.records.RecordFiles;
import app.keyturn.records.RenewalRecord;
import app.keyturn.wizard.LazyPage;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignInApp;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/**
 * What one world remembers and gives away. What is renewed in practice is no organisation: nothing of it enters the
 * expiry book, and none of those in it is met there.
 */
final class RenewalRecords {
    private final boolean practising;
    private final String version;
    private final RenewalState renewalState;
    private final Messages messages;
    private final Clock clock;
    private final Optional<ExpiryBook> book;
    private final RecordFiles recordFiles;
    private final Desktop desktop;

    /**
     * Makes it.
     *
     * @param environment what is given from outside
     * @param practising true in the practice world
     * @param renewalState what has been entered and found
     * @param messages the words
     * @param desktop asks where to save a file, and opens it
     */
    RenewalRecords(Environment environment, boolean practising, RenewalState renewalState, Messages messages,
            Desktop desktop) {
        this.practising = practising;
        this.renewalState = renewalState;
        this.messages = messages;
        this.desktop = desktop;
        version = environment.version();
        clock = environment.clock();
        book = Optional.of(environment.book()).filter(_ -> !practising);
        recordFiles = new RecordFiles(messages::texts, clock,
                desktop::chooseFile,
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
    DocumentExportModel keep(Supplier<Optional<RenewalRecord>> record) {
        return new DocumentExportModel(new Written(record, recordFiles), desktop, messages);
    }

    /** What became of the last renewal of the app that is found. */
    PreviousRenewal lastTime() {
        return new PreviousRenewal(book, renewalState, clock);
    }

    /**
     * The green page; the book is kept for what it shows.
     *
     * @param done what it knows
     * @param sync the first sync
     * @param text for the sync's state
     * @param mail makes the card of who hears when the sync stops
     * @param signInApp the app whose approval stays in the organisation
     * @param openByHand leads to the page for finishing by hand
     */
    LazyPage greenPage(DoneModel done, SyncModel sync, SyncText text, Supplier<NotificationEmailCard> mail,
            Supplier<SignInApp> signInApp, Runnable openByHand) {
        RenewalSummary summary = new RenewalSummary(practising, version, renewalState, sync, done.revoked(), messages,
                clock);
        book.ifPresent(kept -> ExpiryRecorder.keep(kept, summary));
        return new LazyPage("done", done,
                () -> new DonePage(done, sync, summary, keep(summary::record), mail.get(), renewalState,
                        messages, text, clock.getZone(), signInApp, openByHand));
    }

    /**
     * The page for finishing by hand; the book is kept for what the person says there, too.
     *
     * @param model what it knows
     * @param say says in one line how things stand
     * @param finished is told when the person says that the token is saved
     * @param getToken leads back to Apple's page
     */
    Page byHandPage(ByHandModel model, Consumer<ObservableValue<String>> say, Runnable finished, Runnable getToken) {
        ManualCompletion completion = new ManualCompletion(practising, version, renewalState, messages, clock, say);
        book.ifPresent(kept -> ExpiryRecorder.keep(kept, completion));
        completion.done().subscribe(said -> {
            if (said) {
                finished.run();
            }
        });
        return new LazyPage("by-hand", model,
                () -> new ByHandPage(model, completion, keep(completion::record), messages, getToken));
    }

    /**
     * What is written of a renewal.
     *
     * @param record the renewal, as it stands when a button is pressed; empty while there is nothing to write
     * @param recordFiles writes it
     */
    private record Written(Supplier<Optional<RenewalRecord>> record,
            RecordFiles recordFiles) implements DocumentExport {
        @Override
        public Optional<ExportResult> saveReminder() {
            return record.get().flatMap(recordFiles::saveReminder).map(Written::kept);
        }

        @Override
        public Optional<String> dates() {
            return record.get().flatMap(recordFiles::dates);
        }

        @Override
        public Optional<ExportResult> saveReceipt() {
            return record.get().flatMap(recordFiles::saveReceipt).map(Written::kept);
        }

        private static ExportResult kept(RecordFiles.Written file) {
            return new ExportResult(file.words(), file.page());
        }
    }
}
