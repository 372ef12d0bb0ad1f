package app.keyturn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs installed programs with files of their own.
 *
 * @param home their home folder
 * @param environment more variables
 */
public record CommandLine(Path home, Map<String, String> environment) {
    private static final long LONGEST_SECONDS = 60;

    /** Not started yet, with this home folder and these variables. */
    ProcessBuilder prepare(List<String> command) {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment()
                .putAll(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home + "/config",
                        "XDG_DATA_HOME", home + "/data", "XDG_CACHE_HOME", home + "/cache", "LC_ALL", "C.UTF-8"));
        program.environment().putAll(environment);
        return program;
    }

    /**
     * Runs a program to its end.
     *
     * @return its lines
     * @throws IOException if it fails or takes more than a minute; has its output
     */
    public List<String> run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        Process program = prepare(List.of(command)).redirectOutput(output.toFile()).start();
        try {
            boolean ended = program.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended || program.exitValue() != 0) {
                throw new IOException(command[0] + (ended ? " failed: " : " did not end: ") + Files.readString(output));
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        return Files.readAllLines(output, UTF_8);
    }
}
