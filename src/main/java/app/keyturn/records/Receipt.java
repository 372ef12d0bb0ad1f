package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.platform.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The receipt of a renewal: a page to read and print, and the same facts as JSON beside it. What an audit record should
 * hold: NIST SP 800-53, AU-3 (what, when, where, source, outcome, identity).
 */
public final class Receipt {
    private final Texts texts;

    /**
     * Makes receipts.
     *
     * @param texts the program's texts, in the person's language
     */
    public Receipt(Texts texts) {
        this.texts = texts;
    }

    /** The name to suggest for the page. */
    public String fileName(RenewalRecord record) {
        return record.fileName("receipt", "html");
    }

    /** The page: HTML in UTF-8 that needs no other file. */
    public byte[] html(RenewalRecord record) {
        return new ReceiptPage(texts, record).html().getBytes(StandardCharsets.UTF_8);
    }

    /** The facts: JSON in UTF-8. */
    public byte[] json(RenewalRecord record) {
        return ReceiptData.json(record).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Where the facts go for a page: beside it, with the same base name.
     *
     * @param page the page's file
     */
    public static Path jsonBeside(Path page) {
        String name = String.valueOf(page.getFileName());
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        boolean html = ending.equals(".html") || ending.equals(".htm");
        return page.resolveSibling((html ? name.substring(0, dot) : name) + ".json");
    }

    /**
     * Writes both files, each wholly or not at all, the facts first: where there is a page, there are its facts.
     *
     * @param page where the page goes; a file of that name is replaced
     * @throws FileAlreadyExistsException if the facts would replace a file that is no receipt; nothing was written
     * @throws IOException if one could not be written; it names the file, and what stood there before is unchanged
     */
    public void write(RenewalRecord record, Path page) throws IOException {
        Path facts = jsonBeside(page);
        if (Files.exists(facts) && !isReceipt(facts)) {
            throw new FileAlreadyExistsException(facts.toString(), null, "It is not a receipt of Keyturn");
        }
        AtomicFile.write(facts, json(record));
        AtomicFile.write(page, html(record));
    }

    private static boolean isReceipt(Path file) throws IOException {
        return Files.isRegularFile(file)
                && ReceiptData.isReceipt(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
}
