package app.keyturn.log;

import app.keyturn.renewal.ServiceProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request to Microsoft and how it ended, without anything that identifies the user or the organisation.
 *
 * @param method the HTTP method
 * @param path the path, with <code>{id}</code> in place of every segment that is not one of Microsoft's own words
 * @param status the HTTP status; empty if there was no response
 * @param fault the network fault; empty if there was none
 * @param took from the first byte sent to the last one received
 * @param requestId Microsoft's id of the request; empty if there is none
 */
public record HttpEvent(String method, String path, OptionalInt status, Optional<ServiceProblem.Reason> fault,
        Duration took, Optional<String> requestId) {}
