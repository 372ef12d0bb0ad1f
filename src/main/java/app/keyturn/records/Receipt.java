package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.platform.AtomicFile;
import app.keyturn.platform.DecodedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes the receipt of a renewal: an HTML page to read and print, and the same facts as JSON beside it. It contains
 * what an audit record should: NIST SP 800-53, AU-3 (what, when, where, source, outcome, identity).
 */
public final class Receipt {
    private final Texts texts;

    public Receipt(Texts texts) {
        this.texts = texts;
    }

    /** The file name to suggest for the page. */
    public String fileName(RenewalRecord record) {
        return record.fileName("receipt", "html");
    }

    /** The page: HTML in UTF-8 that needs no other file. */
    public byte[] html(RenewalRecord record) {
        return new ReceiptHtml(texts, record).toHtml().getBytes(StandardCharsets.UTF_8);
    }

    /** The facts: JSON in UTF-8. */
    public byte[] json(RenewalRecord record) {
        return ReceiptJson.toText(record).getBytes(StandardCharsets.UTF_8);
    }

    /** The JSON file for a page: in the same folder, with the same base name. */
    public static Path jsonBeside(Path page) {
        String name = String.valueOf(page.getFileName());
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        boolean html = extension.equals(".html") || extension.equals(".htm");
        return page.resolveSibling((html ? name.substring(0, dot) : name) + ".json");
    }

    /**
     * Writes both files, the JSON first, so that a page never exists without its facts.
     *
     * @param page where the page goes; an existing file is replaced
     * @throws FileAlreadyExistsException if the JSON would replace a file that is not a receipt; nothing was written
     * @throws IOException if a file could not be written; it names the file, and the old content is unchanged
     */
    public void write(RenewalRecord record, Path page) throws IOException {
        Path json = jsonBeside(page);
        if (Files.exists(json) && !isReceipt(json)) {
            throw new FileAlreadyExistsException(json.toString(), null, "It is not a receipt of Keyturn");
        }
        AtomicFile.write(json, json(record));
        AtomicFile.write(page, html(record));
    }

    private static boolean isReceipt(Path file) throws IOException {
        return Files.isRegularFile(file)
                && DecodedText.decode(Files.readAllBytes(file))
                        .filter(decoded -> ReceiptJson.isReceipt(decoded.text()))
                        .isPresent();
    }
}
