package app.keyturn.log;

import app.keyturn.renewal.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request to Microsoft and how it ended, without anything that tells who asked for what.
 *
 * @param method the HTTP method
 * @param path the path, with <code>{id}</code> in place of every part that is not known to be a word of Microsoft's
 * @param status the HTTP status; empty if no answer came
 * @param fault what the network did; empty if it did nothing that has a name
 * @param took from the first byte sent to the last one received
 * @param requestId Microsoft's id of the request; empty if there is none
 */
public record HttpEvent(String method, String path, OptionalInt status, Optional<ProblemCode> fault,
        Duration took, Optional<String> requestId) {}
