package app.keyturn.practice.server;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request to Microsoft's sign-in or to Graph does. A request in a batch counts like one outside. */
public enum Operation {
    /** The page where the user signs in, and its buttons. */
    AUTHORIZE,
    /** Exchanging a code or a refresh token. */
    TOKEN,
    /** Several requests in one. */
    BATCH,
    /** Reading the organisation. */
    ORGANIZATION,
    /** Reading applications or the gallery. */
    DIRECTORY,
    /** Reading all jobs of an application. */
    LIST_JOBS,
    /** Reading one job. */
    READ_JOB,
    /** Reading the secrets, which are masked. */
    READ_SECRETS,
    /** A test of credentials that are not saved. */
    TEST,
    /** A test of the saved credentials. */
    TEST_SAVED,
    /** A PUT of the secrets. */
    SAVE,
    /** A start of a job. */
    START,
    /** Anything else. */
    OTHER;

    /** All of Graph; a batch does not count beside the requests in it. */
    public static final Set<Operation> GRAPH = Collections
            .unmodifiableSet(EnumSet.complementOf(EnumSet.of(AUTHORIZE, TOKEN, BATCH)));
    /** All that change nothing: the reads of Graph and both tests. */
    public static final Set<Operation> READS_AND_TESTS = Collections.unmodifiableSet(
            EnumSet.of(ORGANIZATION, DIRECTORY, LIST_JOBS, READ_JOB, READ_SECRETS, TEST, TEST_SAVED));
    private static final Pattern OF_SAVED = Pattern.compile("\"useSavedCredentials\"\\s*:\\s*true");
    private static final String SYNCHRONIZATION = "/[^/]+/servicePrincipals/[^/]+/synchronization/";
    private static final List<Known> KNOWN = List.of(known(AUTHORIZE, "\\w+", "/[^/]+/oauth2/v2\\.0/authorize"),
            known(TOKEN, "\\w+", "/[^/]+/oauth2/v2\\.0/token"), known(BATCH, "POST", "/[^/]+/\\$batch"),
            known(ORGANIZATION, "GET", "/[^/]+/organization"),
            known(DIRECTORY, "GET", "/[^/]+/(applicationTemplates|servicePrincipals(/[^/]+)?)"),
            known(LIST_JOBS, "GET", SYNCHRONIZATION + "jobs"), known(READ_JOB, "GET", SYNCHRONIZATION + "jobs/[^/]+"),
            known(READ_SECRETS, "GET", SYNCHRONIZATION + "secrets"), known(SAVE, "PUT", SYNCHRONIZATION + "secrets"),
            known(TEST, "POST", SYNCHRONIZATION + "jobs/([^/]+/)?validateCredentials"),
            known(START, "POST", SYNCHRONIZATION + "jobs/[^/]+/start"));

    /** The operation of a request. */
    public static Operation of(Request request) {
        String path = request.path().replaceFirst("/$", "");
        Operation found = KNOWN.stream()
                .filter(known -> request.method().matches(known.method()) && known.path().matcher(path).matches())
                .map(Known::operation)
                .findFirst()
                .orElse(OTHER);
        return found == TEST && OF_SAVED.matcher(request.body()).find() ? TEST_SAVED : found;
    }

    private static Known known(Operation operation, String method, String path) {
        return new Known(operation, method, Pattern.compile(path));
    }

    private record Known(Operation operation, String method, Pattern path) {}
}
