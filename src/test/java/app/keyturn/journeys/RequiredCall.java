package app.keyturn.journeys;

import app.keyturn.practice.server.RequestLog;
import java.util.List;
import java.util.stream.Stream;

/**
 * The calls that a safe program must make to Microsoft between <em>Test and save</em> and the done page, in this order.
 * The eight safety rules allow none to be left out, and up to the save each must wait for the one before.
 *
 * <p>After the save, the three reads could run in parallel if two answers were discarded whenever the first finds
 * something to restore. {@link SaveBench} counts them sequentially, as the renewal makes them: their sum, not the
 * critical path.
 */
enum RequiredCall {
    /** Only a tested token is saved: nothing later may be sent before the test has passed. */
    TEST("POST", "/validateCredentials"),
    /**
     * The settings are read right before they are written, so that concurrent changes are not overwritten. A test may
     * take minutes, so reading in parallel with it would be too early.
     */
    READ("GET", "/secrets"),
    /** Writes what was tested and read, so it comes after both. */
    SAVE("PUT", "/secrets"),
    /** The settings are read back and compared, to restore what got lost. */
    READ_BACK("GET", "/secrets"),
    /** The saved token must pass. Tested after the comparison, which may write again. */
    CHECK("POST", "/validateCredentials"),
    /**
     * Whether to start depends on the job as it is once the saved token has passed; an earlier read may be out of date.
     */
    JOB("GET", "/jobs/"),
    /** Only if the old token had stopped the sync: last, and once. */
    START("POST", "/start");

    private final String method;
    private final String path;

    RequiredCall(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** The calls of one renewal. */
    static List<RequiredCall> of(boolean stopped) {
        return Stream.of(values()).filter(call -> stopped || call != START).toList();
    }

    /** True if a request is this call. */
    boolean is(RequestLog.Entry request) {
        boolean there = this == JOB ? request.path().contains(path) : request.path().endsWith(path);
        return request.method().equals(method) && there;
    }
}
