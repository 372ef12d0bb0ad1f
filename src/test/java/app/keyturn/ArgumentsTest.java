package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    /** Windows makes the second of {@code --walkthrough="a folder\"}. */
    @ParameterizedTest
    @ValueSource(strings = {"a folder", "a folder\""})
    void theFolderOfAWalkthrough(String given) {
        Arguments arguments = Arguments.of(List.of(Arguments.WALKTHROUGH + given));
        assertEquals(Arguments.Task.WALKTHROUGH, arguments.task());
        assertEquals(Path.of("a folder"), arguments.pictures());
        assertEquals(Optional.empty(), arguments.unknown());
    }

    /** Windows allows fewer names; {@code w?} is an unknown argument there. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "a\0b"})
    void aFolderThatTheSystemDoesNotAllowIsAnUnknownArgument(String folder) {
        String argument = Arguments.WALKTHROUGH + folder;
        assertEquals(Optional.of(argument), Arguments.of(List.of(argument)).unknown());
    }

    @Test
    void theFirstUnknownArgumentIsTold() {
        assertEquals(Optional.of("--what"), Arguments.of(List.of(Arguments.PRACTICE, "--what", "--else")).unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--practice", "--new-window", "--practice --new-window"})
    void whatConcernsTheWindowIsHandedOn(String line) {
        List<String> given = Stream.of(line.split(" ", -1)).filter(argument -> !argument.isEmpty()).toList();
        Arguments arguments = Arguments.of(given);
        assertEquals(Arguments.Task.WIZARD, arguments.task());
        assertEquals(line.contains(Arguments.PRACTICE), arguments.practice());
        assertEquals(line.contains(Arguments.NEW_WINDOW), arguments.newWindow());
        assertEquals(given, List.of(arguments.forWindow()));
    }
}
