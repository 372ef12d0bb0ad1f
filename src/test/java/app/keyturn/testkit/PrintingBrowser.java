package app.keyturn.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser of this system that can print without a display.
 *
 * @param program its file
 */
public record PrintingBrowser(Path program) {
    /** What browsers of this kind are called. */
    public static final String NAMES = "chromium, chromium-browser or google-chrome";
    private static final long LONGEST_SECONDS = 60;

    /** The first one that would be started by its name alone. */
    public static Optional<PrintingBrowser> onPath() {
        return Stream.of(NAMES.split(", | or "))
                .flatMap(name -> Programs.onPath(name).stream())
                .findFirst()
                .map(PrintingBrowser::new);
    }

    /**
     * Prints a page into a PDF file.
     *
     * @param page one of ours: it is opened without the sandbox, which does not work for root
     * @param folder for all that the browser writes by itself
     * @throws IOException if nothing was printed; what the browser said is in it
     */
    public void print(Path page, Path pdf, Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder printing = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"), "--no-pdf-header-footer", "--print-to-pdf=" + pdf,
                page.toUri().toString());
        // Reports of crashes do not lie in the profile.
        printing.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = printing.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0 || !Files.exists(pdf)) {
                throw new IOException((ended ? "Nothing was printed: " : "Nothing was printed in time: ")
                        + Files.readString(said));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
