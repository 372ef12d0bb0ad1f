package app.keyturn;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the program was asked for on its command line.
 *
 * @param task what to do
 * @param practice true to begin in the practice world
 * @param pictures where a walkthrough leaves its pictures
 * @param unknown the first argument nobody knows; empty if all are known
 */
public record Arguments(Task task, boolean practice, Path pictures, Optional<String> unknown) {
    private static final Path USUAL_PICTURES = Path.of("target", "walkthrough");
    static final String PRACTICE = "--practice";
    static final String WALKTHROUGH = "--walkthrough=";
    /** For the packaging only, and so not in {@link #HELP}. */
    public static final String FIRST_PAGE = "--first-page";

    /** What the program can do. */
    enum Task {
        WIZARD, FIRST_PAGE, WALKTHROUGH, SELF_TEST, VERSION, HELP
    }

    static final String HELP = """
            Keyturn renews the yearly SCIM token between Apple School Manager or Apple Business and Microsoft Entra ID.

              --practice            begin in the practice world; nothing real is changed
              --walkthrough=FOLDER  play a practice renewal by itself and leave a picture of every page in FOLDER
              --self-test           check that this installation is whole; a line each
              --version             print the version
              --help                print this
            """;

    static Arguments of(List<String> arguments) {
        Arguments asked = new Arguments(Task.WIZARD, false, USUAL_PICTURES, Optional.empty());
        for (String argument : arguments) {
            asked = asked.and(argument);
        }
        return asked;
    }

    /** The same, with a walkthrough in place of the window. */
    Arguments walkingThrough() {
        return new Arguments(Task.WALKTHROUGH, practice, pictures, unknown);
    }

    private Arguments and(String argument) {
        return switch (argument) {
            case PRACTICE -> new Arguments(task, true, pictures, unknown);
            case FIRST_PAGE -> to(Task.FIRST_PAGE);
            case "--self-test" -> to(Task.SELF_TEST);
            case "--version" -> to(Task.VERSION);
            case "--help" -> to(Task.HELP);
            default -> argument.startsWith(WALKTHROUGH) && argument.length() > WALKTHROUGH.length()
                    ? new Arguments(Task.WALKTHROUGH, practice, Path.of(argument.substring(WALKTHROUGH.length())),
                            unknown)
                    : new Arguments(task, practice, pictures, unknown.or(() -> Optional.of(argument)));
        };
    }

    private Arguments to(Task asked) {
        return new Arguments(asked, practice, pictures, unknown);
    }
}
