package app.keyturn.records;

import app.keyturn.testkit.Renewals;
import java.io.IOException;
import java.nio.file.Path;

/** A program that notes renewals of many organisations, as soon as it may, until it has no room left. */
final class BookWritingProcess {
    static final String READY = "ready";

    private BookWritingProcess() {}

    /**
     * Notes them, and says in the end how many it noted, and what is wrong with the book.
     *
     * @param arguments the folder, what the organisations' names begin with, and how many there are
     */
    public static void main(String[] arguments) throws IOException {
        ExpiryBook book = ExpiryBook.open(Path.of(arguments[0]));
        System.out.println(READY);
        System.in.read();
        int noted = 0;
        try {
            for (; noted < Integer.parseInt(arguments[2]); noted++) {
                String name = arguments[1] + noted;
                book.put(Renewals.of(name, "token of " + name, Renewals.FIRST));
            }
        } catch (IOException full) {
            // that is what it says below
        }
        System.out.println(noted + " " + book.fileIssue().map(Enum::name).orElse("-"));
    }
}
