package app.keyturn.records;

import app.keyturn.testkit.Renewals;
import java.io.IOException;
import java.nio.file.Path;

/** A program that adds many organisations to an expiry book, as soon as it is told to, until the disk is full. */
final class BookWritingProcess {
    static final String READY = "ready";

    private BookWritingProcess() {}

    /**
     * Prints at the end how many it added and the book's file issue.
     *
     * @param arguments the folder, a prefix for the organisations' names, and their number
     */
    public static void main(String[] arguments) throws IOException {
        ExpiryBook book = ExpiryBook.open(Path.of(arguments[0]));
        System.out.println(READY);
        System.in.read();
        int added = 0;
        try {
            for (; added < Integer.parseInt(arguments[2]); added++) {
                String name = arguments[1] + added;
                book.put(Renewals.of(name, "token of " + name, Renewals.FIRST));
            }
        } catch (IOException full) {
            // reported below
        }
        System.out.println(added + " " + book.fileIssue().map(Enum::name).orElse("-"));
    }
}
