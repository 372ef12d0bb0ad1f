package app.keyturn.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An installed browser that can print without a display.
 *
 * @param program its executable
 */
public record PrintingBrowser(Path program) {
    /** Names of such browsers. */
    public static final String NAMES = "chromium, chromium-browser or google-chrome";
    private static final long LONGEST_SECONDS = 60;

    /** The first one on the path. */
    public static Optional<PrintingBrowser> onPath() {
        return Stream.of(NAMES.split(", | or "))
                .flatMap(name -> Programs.onPath(name).stream())
                .findFirst()
                .map(PrintingBrowser::new);
    }

    /**
     * Prints a page into a PDF file.
     *
     * @param page a trusted one: it is opened without the sandbox, which does not work for root
     * @param folder for the browser's own files
     * @throws IOException if nothing was printed; has the browser's output
     */
    public void print(Path page, Path pdf, Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("said.txt");
        ProcessBuilder printing = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"), "--no-pdf-header-footer", "--print-to-pdf=" + pdf,
                page.toUri().toString());
        // Crash reports are not stored in the profile.
        printing.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = printing.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0 || !Files.exists(pdf)) {
                throw new IOException((ended ? "Nothing was printed: " : "Nothing was printed in time: ")
                        + Files.readString(output));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
