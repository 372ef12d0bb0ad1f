package app.keyturn;

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
import app.keyturn.pages.start.UnfinishedSaves;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.ExpiryBook.FileIssue;
import app.keyturn.records.ExpiryRecorder;
import app.keyturn.records.KnownTokens;
import app.keyturn.records.RecordFiles;
import app.keyturn.records.ReminderForm;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.SaveJournal;
import app.keyturn.records.SaveNotes;
import app.keyturn.records.WriteQueue;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.wizard.LazyPage;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.SignInApp;
import app.keyturn.wizard.SignedIn;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * The records of a session: the expiry book, the notes of saves, and the receipt and reminder for the user. A practice renewal never enters
 * the expiry book, and practice mode does not read it.
 */
final class RenewalRecords {
    private final SessionContext session;
    private final Optional<ExpiryBook> book;
    private final RecordFiles recordFiles;
    private final Optional<SaveNotes> saveNotes;
    private final WriteQueue writes = new WriteQueue();
    /** True if the last renewal could not be written to the expiry book. */
    private final BooleanProperty notRecorded = new SimpleBooleanProperty(this, "notRecorded");

    RenewalRecords(SessionContext session) {
        this.session = session;
        Messages messages = session.messages();
        book = Optional.of(session.environment().book()).filter(_ -> !session.practising());
        saveNotes = session.practising()
                ? session.environment().practiceSaveNotes()
                : Optional.of(session.environment().saveNotes());
        recordFiles = new RecordFiles(messages::texts, session.clock(),
                session.desktop()::chooseFile, session.desktop()::openCopy, record -> book.flatMap(known -> {
                    writes.await(); // the series is in the entry of this renewal
                    return known.nextReminderSeries(record);
                }));
    }

    /** The organisations renewed before; empty where nothing is remembered. */
    Optional<ExpiryBook> book() {
        return book;
    }

    /** The tokens saved before. */
    KnownTokens tokens() {
        return new KnownTokens(book, session.clock());
    }

    /** Reminder and receipt of the previous renewal. */
    DocumentExportModel exportPrevious(PreviousRenewal previous) {
        DocumentExportModel export = export(previous.record()::get);
        previous.record().subscribe(_ -> export.forget());
        return export;
    }

    /** Reminder and receipt of a renewal, written when the user presses a button. */
    private DocumentExportModel export(Supplier<Optional<RenewalRecord>> record) {
        return new DocumentExportModel(new RenewalDocuments(record, recordFiles, session.messages()), session.desktop(),
                session.messages());
    }

    /** The last renewal of the app that was found. */
    PreviousRenewal previousRenewal() {
        return new PreviousRenewal(book, session.renewalState(), session.clock());
    }

    /**
     * The last page. What it shows is recorded in the expiry book.
     *
     * @param done the page's model
     * @param sync the first sync
     * @param text names the states of the sync
     * @param notificationEmail builds the card about the mail that Microsoft sends when the sync stops
     * @param signInApp the app whose approval stays in the organisation
     * @param openByHand leads to the page for finishing by hand
     */
    LazyPage donePage(DoneModel done, SyncModel sync, SyncText text,
            Supplier<NotificationEmailCard> notificationEmail, Supplier<SignInApp> signInApp, Runnable openByHand) {
        RenewalSummary summary = new RenewalSummary(session.practising(), session.environment().version(),
                session.renewalState(), session.clock().getZone());
        recorder().ifPresent(recorder -> summary.subscribe(recorder::record));
        DocumentExportModel export = exportOfThisRenewal(summary::record);
        session.renewalState().onNextRenewal(export::forget);
        return new LazyPage("done", done,
                () -> new DonePage(done, sync, export, notificationEmail.get(), session.renewalState(),
                        session.messages(), text, session.clock().getZone(), signInApp, openByHand));
    }

    /**
     * The page for finishing by hand. What the user says there is recorded in the expiry book, too.
     *
     * @param model the page's model
     * @param announce shows a line in the status bar
     * @param finished runs when the user says that the token is saved
     * @param getToken leads back to Apple's page
     */
    Page byHandPage(ByHandModel model, Consumer<ObservableValue<String>> announce, Runnable finished,
            Runnable getToken) {
        ManualCompletion completion = new ManualCompletion(session.practising(), session.environment().version(),
                session.renewalState(), session.messages(), session.clock(), announce);
        recorder().ifPresent(recorder -> completion.subscribe(recorder::recordByHand));
        DocumentExportModel export = exportOfThisRenewal(completion.record()::get);
        completion.done().subscribe(done -> {
            export.forget();
            if (done) {
                finished.run();
            }
        });
        return new LazyPage("by-hand", model,
                () -> new ByHandPage(model, completion, export, session.messages(), getToken));
    }

    private DocumentExportModel exportOfThisRenewal(Supplier<Optional<RenewalRecord>> record) {
        DocumentExportModel export = export(record);
        Messages messages = session.messages();
        export.notRecorded()
                .bind(messages.live(() -> book.filter(_ -> notRecorded.get())
                        .map(known -> messages.text("keep.not-recorded", String.valueOf(known.path().getParent())))
                        .orElse(""), notRecorded));
        return export;
    }

    /** The saves that were cut off. */
    UnfinishedSaves unfinishedSaves() {
        return new UnfinishedSaves(saveNotes, session.clock(), session.messages());
    }

    /** Records an attempt at saving, so that the next start knows of one that was cut off. */
    SaveObserver saveObserver(RenewalPlan plan) {
        SignedIn signedIn = session.renewalState().signedIn().get();
        return signedIn == null
                ? SaveObserver.NONE
                : SaveJournal.create(saveNotes, plan, signedIn.tenantName(), signedIn.account(),
                        session.clock());
    }

    /** Ends the note of an attempt that was cut off: the user says that the token is saved by hand. */
    void finishedByHand() {
        SignedIn signedIn = session.renewalState().signedIn().get();
        if (signedIn != null) {
            session.renewalState()
                    .plan(Consents.NOTHING)
                    .ifPresent(plan -> saveNotes.ifPresent(
                            notes -> SaveJournal.finishedByHand(notes, plan, signedIn.tenantName(),
                                    signedIn.account(), session.clock())));
        }
    }

    private Optional<ExpiryRecorder> recorder() {
        return book.map(known -> new ExpiryRecorder(known, writes, this::show));
    }

    /** Other issues of the book are on the first page from the start. */
    private void show(Optional<FileIssue> issue) {
        boolean failed = issue.filter(FileIssue.NOT_WRITTEN::equals).isPresent();
        session.tasks().runLater(() -> notRecorded.set(failed));
    }

    /** Waits until everything is written. */
    void await() {
        writes.await();
    }

    /**
     * Receipt and reminder of one renewal.
     *
     * @param record the renewal at the moment a button is pressed; empty while there is none
     * @param recordFiles writes the files
     */
    private record RenewalDocuments(Supplier<Optional<RenewalRecord>> record, RecordFiles recordFiles,
            Messages messages) implements DocumentExport {
        @Override
        public ExportResult openReminder() {
            return record.get().map(recordFiles::openReminder).map(RenewalDocuments::result).orElseGet(this::nothing);
        }

        @Override
        public Optional<ExportResult> saveReminder() {
            return save(renewal -> recordFiles.saveReminder(renewal, ReminderForm.ONE_EVENT));
        }

        @Override
        public Optional<ExportResult> saveEachDay() {
            return save(renewal -> recordFiles.saveReminder(renewal, ReminderForm.EVENT_EACH_DAY));
        }

        @Override
        public Optional<String> dates() {
            return record.get().flatMap(recordFiles::reminderDates);
        }

        @Override
        public Optional<ExportResult> saveReceipt() {
            return save(recordFiles::saveReceipt);
        }

        /** A button always shows a result, unless the user cancels. */
        private Optional<ExportResult> save(Function<RenewalRecord, Optional<RecordFiles.Result>> write) {
            Optional<RenewalRecord> renewal = record.get();
            return renewal.isEmpty()
                    ? Optional.of(nothing())
                    : write.apply(renewal.get()).map(RenewalDocuments::result);
        }

        private ExportResult nothing() {
            return new ExportResult(false, () -> messages.text("keep.nothing"), Optional.empty());
        }

        private static ExportResult result(RecordFiles.Result file) {
            return new ExportResult(file.done(), file.message(), file.receipt());
        }
    }
}
