package app.keyturn.pages.start;

import app.keyturn.wizard.Tasks;
import java.net.URI;
import java.util.Optional;

/**
 * How to find out whether there is a newer version of the program.
 *
 * @param check waits for the newer version's number; empty if there is none, or it is not known
 * @param page where users are led to; never taken from a response
 */
public record NewerVersion(Tasks.Work<Optional<String>> check, URI page) {}
