package app.keyturn.testkit;

import app.keyturn.pages.common.DocumentExport;
import java.util.Optional;

/** A user who cancels whatever is to be saved. */
public final class NoDocuments implements DocumentExport {
    @Override
    public ExportResult openReminder() {
        return new ExportResult(true, () -> "", Optional.empty());
    }

    @Override
    public Optional<ExportResult> saveReminder() {
        return Optional.empty();
    }

    @Override
    public Optional<ExportResult> saveEachDay() {
        return Optional.empty();
    }

    @Override
    public Optional<String> dates() {
        return Optional.empty();
    }

    @Override
    public Optional<ExportResult> saveReceipt() {
        return Optional.empty();
    }
}
