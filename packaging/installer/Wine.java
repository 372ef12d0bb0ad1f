package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs for Windows on Linux, in a Wine prefix of its own. */
final class Wine implements AutoCloseable {
    /** The command of Debian's and Ubuntu's package wine. */
    static final String COMMAND = "wine";

    private final Path prefix;

    private Wine(Path prefix) {
        this.prefix = prefix;
    }

    /** Opens the prefix in this folder; if there is none, creates it. Needs a display. */
    static Wine open(Path prefix, Map<String, String> environment) throws IOException {
        Path complete = prefix.resolveSibling(prefix.getFileName() + "-complete");
        if (!Files.exists(complete)) {
            Commands.run(List.of(Path.of("packaging", "windows", "wine-prefix.sh").toString(), prefix.toString()),
                    environment);
            Files.createFile(complete);
        }
        return new Wine(prefix);
    }

    /** The command that runs a program for Windows; the program's path and arguments follow. */
    String command() {
        return prefix.resolve("wine").toString();
    }

    /** The path as programs for Windows see it. */
    static String path(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    /** Ends all programs in the prefix. */
    @Override
    public void close() {
        try {
            Commands.run(List.of("wineserver", "--kill"), Map.of("WINEPREFIX", prefix.toString()));
        } catch (IOException | IllegalStateException nothingRuns) {
            System.err.println("Wine was not ended: " + nothingRuns.getMessage());
        }
    }
}
