package app.keyturn;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parsed command line.
 *
 * @param task what to do
 * @param practice true to begin in practice mode
 * @param newWindow true to open a window even if one is open already
 * @param pictures the folder for a walkthrough's pictures
 * @param unknown the first unknown argument; empty if all are known
 */
public record Arguments(Task task, boolean practice, boolean newWindow, Path pictures, Optional<String> unknown) {
    private static final Path DEFAULT_PICTURES = Path.of("target", "walkthrough");
    static final String PRACTICE = "--practice";
    static final String NEW_WINDOW = "--new-window";
    static final String WALKTHROUGH = "--walkthrough=";
    /** For the packaging only, and therefore not in {@link #HELP}. */
    public static final String FIRST_PAGE = "--first-page";

    enum Task {
        WIZARD, FIRST_PAGE, WALKTHROUGH, SELF_TEST, VERSION, HELP
    }

    static final String HELP = """
            Keyturn renews the yearly SCIM token between Apple School Manager or Apple Business and Microsoft Entra ID.

              --practice            begin in the practice world; nothing real is changed
              --new-window          open another window if one is open already, which is shown otherwise
              --walkthrough=FOLDER  play a practice renewal by itself and leave a picture of every page in FOLDER
              --self-test           check that this installation is whole; a line each
              --version             print the version
              --help                print this
            """;

    static Arguments of(List<String> arguments) {
        Arguments parsed = new Arguments(Task.WIZARD, false, false, DEFAULT_PICTURES, Optional.empty());
        for (String argument : arguments) {
            parsed = parsed.with(argument);
        }
        return parsed;
    }

    /** The same arguments, for a walkthrough in place of the window. */
    Arguments walkingThrough() {
        return new Arguments(Task.WALKTHROUGH, practice, newWindow, pictures, unknown);
    }

    /** The arguments of the window, for JavaFX to hand on. */
    String[] forWindow() {
        return Stream.of(practice ? PRACTICE : "", newWindow ? NEW_WINDOW : "")
                .filter(argument -> !argument.isEmpty())
                .toArray(String[]::new);
    }

    private Arguments with(String argument) {
        return switch (argument) {
            case PRACTICE -> new Arguments(task, true, newWindow, pictures, unknown);
            case NEW_WINDOW -> new Arguments(task, practice, true, pictures, unknown);
            case FIRST_PAGE -> withTask(Task.FIRST_PAGE);
            case "--self-test" -> withTask(Task.SELF_TEST);
            case "--version" -> withTask(Task.VERSION);
            case "--help" -> withTask(Task.HELP);
            default -> walkthroughFolder(argument)
                    .map(folder -> new Arguments(Task.WALKTHROUGH, practice, newWindow, folder, unknown))
                    .orElseGet(() -> new Arguments(task, practice, newWindow, pictures,
                            unknown.or(() -> Optional.of(argument))));
        };
    }

    /** Empty if it is another argument, or the system does not allow such a name. */
    private static Optional<Path> walkthroughFolder(String argument) {
        if (!argument.startsWith(WALKTHROUGH)) {
            return Optional.empty();
        }
        // Windows hands on the quotation mark of "C:\a folder\" with the folder ("Parsing C Command-Line Arguments",
        // Microsoft Learn).
        String folder = argument.substring(WALKTHROUGH.length()).replaceFirst("\"$", "");
        try {
            return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Arguments withTask(Task other) {
        return new Arguments(other, practice, newWindow, pictures, unknown);
    }
}
