package app.keyturn.pages.start;

import app.keyturn.wizard.Tasks;
import java.net.URI;
import java.util.Optional;

/**
 * How it is found out whether there is a newer version of the program.
 *
 * @param question waits, and gives the newer version's numbers; empty if there is none, or nobody knows
 * @param page where people are led to; never what an answer says
 */
public record NewerVersion(Tasks.Work<Optional<String>> question, URI page) {}
