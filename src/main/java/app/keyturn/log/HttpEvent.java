package app.keyturn.log;

import app.keyturn.renewal.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request to Microsoft and its result, without anything that identifies the user or the app.
 *
 * @param method the HTTP method
 * @param path the path, with <code>{id}</code> in place of every segment that is not part of Microsoft's API
 * @param status the HTTP status; empty if there was no response
 * @param fault the network fault; empty if there was none with a code
 * @param took from the first byte sent to the last one received
 * @param requestId Microsoft's id of the request; empty if there is none
 */
public record HttpEvent(String method, String path, OptionalInt status, Optional<ProblemCode> fault,
        Duration took, Optional<String> requestId) {}
