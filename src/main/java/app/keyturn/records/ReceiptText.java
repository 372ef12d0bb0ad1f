package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.records.RenewalRecord.ByHand;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.Restart;
import app.keyturn.records.RenewalRecord.SyncBefore;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SaveTime;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The text of a receipt in the user's language. */
final class ReceiptText {
    private final Texts texts;
    private final RenewalRecord record;

    ReceiptText(Texts texts, RenewalRecord record) {
        this.texts = texts;
        this.record = record;
    }

    /** Rows under a headline. */
    record Section(String title, List<Row> rows) {}

    /**
     * One fact.
     *
     * @param value may come from outside, and is not escaped
     */
    record Row(String label, String value) {}

    /**
     * One line under the headline.
     *
     * @param good true for a tick, false for a dash
     */
    record Tick(boolean good, String text) {}

    String headline() {
        return switch (record.work()) {
            case ByKeyturn _ -> texts.text("receipt.headline.byKeyturn");
            case ByHand _ -> texts.text("receipt.headline.byHand");
        };
    }

    List<Tick> ticks() {
        return switch (record.work()) {
            case ByKeyturn work -> List.of(new Tick(true, texts.text("receipt.tick.saved")),
                    switch (work.sync()) {
                        case SyncProof.Seen _ -> new Tick(true, texts.text("receipt.tick.sync"));
                        case SyncProof.NotYet _ -> new Tick(false, syncAfter(work));
                        case SyncProof.Failed _ -> new Tick(false, syncAfter(work));
                    });
            case ByHand _ -> List.of();
        };
    }

    List<Section> sections() {
        return List.of(new Section(texts.text("receipt.section.where"), where()),
                new Section(texts.text("receipt.section.what"), what()),
                new Section(texts.text("receipt.section.sync"), sync()),
                new Section(texts.text("receipt.section.token"), token()),
                new Section(texts.text("receipt.section.microsoft"), microsoft()));
    }

    private List<Row> where() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("portal", texts.text("receipt.portal", record.portal())));
        rows.add(row("organisation", record.signedIn().map(RenewalRecord.SignedIn::tenantName).orElse(unknown())));
        rows.add(row("tenantId", record.signedIn().map(signedIn -> signedIn.account().tenantId()).orElse(unknown())));
        rows.add(row("app", record.app().map(RenewalRecord.EnterpriseApp::name).orElse(unknown())));
        rows.add(row("objectId", record.app().map(RenewalRecord.EnterpriseApp::objectId).orElse(unknown())));
        if (record.work() instanceof ByKeyturn work) {
            work.address().before().ifPresent(address -> rows.add(row("addressBefore", address)));
        }
        rows.add(row("user", record.signedIn().map(signedIn -> signedIn.account().userName()).orElse(unknown())));
        return rows;
    }

    private List<Row> what() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("local", texts.second(record.savedAt(), record.zone()) + ", " + record.zone().getId()));
        rows.add(row("utc", utc()));
        switch (record.work()) {
            case ByKeyturn work -> {
                rows.add(row("test", texts.text("receipt.test.passed")));
                rows.add(row("save", save(work.proof())));
                changes(work).forEach(change -> rows.add(row("changed", change)));
                rows.add(row("unchanged", texts.text(work.address().after().isPresent()
                        ? "receipt.unchanged.butAddress"
                        : "receipt.unchanged.everything")));
            }
            case ByHand _ -> {
                rows.add(row("test", texts.text("receipt.notChecked")));
                rows.add(row("save", texts.text("receipt.save.byHand")));
                rows.add(row("changed", texts.text("receipt.changed.byHand")));
            }
        }
        return rows;
    }

    private String save(SaveProof proof) {
        String key = switch (proof) {
            case SaveProof.ByResponse _ -> "receipt.save.answered";
            case SaveProof.ByTest _ -> "receipt.save.seenToChange";
        };
        return switch (proof.time()) {
            case SaveTime.Dated dated -> texts.text(key, texts.second(dated.at(), record.zone()));
            case SaveTime.Undated _ -> texts.text(key + ".undated", texts.second(record.savedAt(), record.zone()));
        };
    }

    private List<String> changes(ByKeyturn work) {
        List<String> changes = new ArrayList<>();
        changes.add(texts.text("receipt.changed.token"));
        work.address().after().ifPresent(address -> changes.add(texts.text("receipt.changed.address", address)));
        if (work.restart().outcome() == Restart.Outcome.STARTED) {
            changes.add(texts.text("receipt.changed.started"));
        }
        return changes;
    }

    private List<Row> sync() {
        return switch (record.work()) {
            case ByKeyturn work -> List.of(row("syncBefore", syncBefore(work.syncBefore())),
                    row("resume", restart(work.restart())), row("syncAfter", syncAfter(work)));
            case ByHand _ -> List.of(row("syncAfter", texts.text("receipt.notChecked")));
        };
    }

    private String syncBefore(SyncBefore job) {
        if (job.quarantine().isPresent()) {
            return texts.text("receipt.quarantine", job.quarantine().get());
        }
        return switch (job.status()) {
            case NOT_CONFIGURED, NOT_RUN, FIRST_CYCLE, PAUSED_FOR_ERRORS -> texts.text("receipt.status", job.status());
            case ACTIVE, PAUSED, QUARANTINE, UNKNOWN -> switch (job.schedule()) {
                case DISABLED, PAUSED -> texts.text("receipt.schedule", job.schedule());
                case ACTIVE, UNKNOWN -> texts.text("receipt.status", job.status());
            };
        };
    }

    private String restart(Restart restart) {
        return texts.text("receipt.resume." + restart.outcome(), restart.problemCode().orElse(""));
    }

    private String syncAfter(ByKeyturn work) {
        return switch (work.sync()) {
            case SyncProof.NotYet _ -> texts.text("receipt.sync.notYet", texts.minute(work.checkedAt(), record.zone()));
            case SyncProof.Seen seen -> texts.text(seen.cycle().result() == SyncJob.Result.SUCCEEDED
                    ? "receipt.sync.seen"
                    : "receipt.sync.entryErrors",
                    texts.minute(seen.cycle().began(), record.zone()));
            case SyncProof.Failed failed -> texts.text("receipt.sync.failed",
                    texts.minute(failed.cycle().began(), record.zone()));
        };
    }

    private List<Row> token() {
        return List.of(row("expiry", texts.day(record.expiry().date())),
                row("expirySource", texts.text("receipt.source", record.expiry().source())),
                row("oldToken", texts.text("receipt.oldToken", record.oldToken())));
    }

    private List<Row> microsoft() {
        List<Row> rows = new ArrayList<>();
        if (record.work() instanceof ByKeyturn work) {
            work.tests().before().ifPresent(id -> rows.add(row("requestTest", id)));
            work.proof().requestId().ifPresent(id -> rows.add(row("requestSave", id)));
            work.tests().after().ifPresent(id -> rows.add(row("requestCheck", id)));
        }
        rows.add(row("audit", record.practice()
                ? texts.text("receipt.audit.practice")
                : texts.text("receipt.audit.where", utc())));
        return rows;
    }

    private String utc() {
        return record.savedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String unknown() {
        return texts.text("receipt.unknown");
    }

    private Row row(String label, String value) {
        return new Row(texts.text("receipt.label." + label), value);
    }
}
