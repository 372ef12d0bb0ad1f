package app.keyturn.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.WindowProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs a renewal in its own process and searches everything it leaves behind for secrets, and for any twelve
 * consecutive characters of one.
 */
class LeakIT {
    private static final int LEAST_SECRETS = 8;

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @Test
    void noSecretIsLeftInAFileTheOutputATitleAnArgumentOrTheHeap() throws Exception {
        Path searched = Files.createDirectories(folder.resolve("searched"));
        Path unsearched = Files.createDirectories(folder.resolve("unsearched"));
        Process renewal = WindowProcess.start(SecretRenewal.class, searched, unsearched.toString());
        List<String> output = new ArrayList<>();
        List<String> arguments;
        try (BufferedReader reader = renewal.inputReader(UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (line.equals("done")) {
                    break;
                }
            }
            arguments = arguments(renewal);
            renewal.outputWriter().close();
            reader.lines().forEach(output::add);
        }
        assertTrue(renewal.waitFor(1, TimeUnit.MINUTES));
        assertTrue(output.contains("done"), String.join("\n", output));

        List<String> secrets = Files.readAllLines(unsearched.resolve(SecretRenewal.SECRETS));
        assertTrue(appleTokens(secrets).size() >= 2, "Apple’s tokens");
        assertTrue(secrets.size() >= LEAST_SECRETS, secrets.size() + " secrets");
        assertTrue(saved(searched, ".html") && saved(searched, ".ics"), "nothing was saved");
        assertTrue(log(searched).contains("problem TOKEN-REJECTED"), "no log was written");
        assertTrue(log(searched).contains("step save done"), "no log was written");
        SecretSearch search = new SecretSearch(secrets);
        List<String> found = new ArrayList<>(search.below(searched));
        found.addAll(search.in("the output", String.join("\n", output)));
        found.addAll(search.in("an argument", String.join("\n", arguments)));
        assertEquals(List.of(), found);

        byte[] memory = Files.readAllBytes(unsearched.resolve(SecretRenewal.MEMORY));
        assertFalse(new SecretSearch(List.of("Maple Street School")).in("memory", memory).isEmpty(), "the wrong heap");
        assertEquals(List.of(), new SecretSearch(appleTokens(secrets)).in("memory", memory));
    }

    private static List<String> appleTokens(List<String> secrets) {
        return secrets.stream().filter(secret -> secret.startsWith("PRACTICE-")).toList();
    }

    private static List<String> arguments(Process program) {
        return Stream.concat(Stream.of(program.toHandle()), program.descendants())
                .map(ProcessHandle::info)
                .flatMap(info -> Stream.concat(info.commandLine().stream(),
                        info.arguments().stream().flatMap(Arrays::stream)))
                .toList();
    }

    private static String log(Path folder) throws IOException {
        return Files.readString(folder.resolve("work").resolve("log").resolve("keyturn-0-0.log"));
    }

    private static boolean saved(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(ending));
        }
    }
}
