package app.keyturn.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.OwnProcess;
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
 * Plays a renewal in a process of its own, and searches everything it leaves behind for secrets, and for any part of one
 * that is twelve characters long.
 */
class LeakIT {
    private static final int SOME_SECRETS = 8;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void noSecretIsLeftInAFileTheOutputATitleAnArgumentOrTheProgramsMemory() throws Exception {
        Path searched = Files.createDirectories(folder.resolve("searched"));
        Path aside = Files.createDirectories(folder.resolve("aside"));
        Process renewal = OwnProcess.start(SecretRenewal.class, searched, aside.toString());
        List<String> said = new ArrayList<>();
        List<String> arguments;
        try (BufferedReader output = renewal.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.equals("done")) {
                    break;
                }
            }
            arguments = arguments(renewal);
            renewal.outputWriter().close();
            output.lines().forEach(said::add);
        }
        assertTrue(renewal.waitFor(1, TimeUnit.MINUTES));
        assertTrue(said.contains("done"), String.join("\n", said));

        List<String> secrets = Files.readAllLines(aside.resolve(SecretRenewal.SECRETS));
        assertTrue(apples(secrets).size() >= 2, "Apple’s tokens");
        assertTrue(secrets.size() >= SOME_SECRETS, secrets.size() + " secrets");
        assertTrue(saved(searched, ".html") && saved(searched, ".ics"), "nothing was saved");
        assertTrue(log(searched).contains("problem TOKEN-REJECTED"), "no log was written");
        assertTrue(log(searched).contains("step save done"), "no log was written");
        SecretSearch search = new SecretSearch(secrets);
        List<String> found = new ArrayList<>(search.below(searched));
        found.addAll(search.in("the output", String.join("\n", said)));
        found.addAll(search.in("an argument", String.join("\n", arguments)));
        assertEquals(List.of(), found);

        byte[] memory = Files.readAllBytes(aside.resolve(SecretRenewal.MEMORY));
        assertFalse(new SecretSearch(List.of("Maple Street School")).in("memory", memory).isEmpty(), "not this memory");
        assertEquals(List.of(), new SecretSearch(apples(secrets)).in("memory", memory));
    }

    private static List<String> apples(List<String> secrets) {
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
