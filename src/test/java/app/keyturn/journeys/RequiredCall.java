package app.keyturn.journeys;

import app.keyturn.practice.server.RequestLog;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has to be asked of Microsoft between <em>Test and save</em> and green, in this order, whatever program does it.
 * None can be left out under the eight safety rules of a renewal, and up to the save each has to wait for the one before.
 *
 * <p>After the save the three that only read could be asked at the same time, if the answers to two of them were thrown
 * away whenever the first one finds something to put back. {@link SaveToGreenBench} counts them one after the other, as
 * the renewal asks them: the sum of all, not the longest way through them.
 */
enum RequiredCall {
    /** Only a tested token is saved. Nothing that comes later may be sent before it has passed. */
    TEST("POST", "/validateCredentials"),
    /**
     * The settings are read right before they are written, so that what somebody has changed meanwhile is not written
     * over. A test may take minutes, so what was read beside it would be old.
     */
    READ("GET", "/secrets"),
    /** Writes what was tested and read, and so has to come after both. */
    SAVE("PUT", "/secrets"),
    /** What was written is read again and compared, to put back what got lost. */
    READ_BACK("GET", "/secrets"),
    /** The saved token has to pass. It is tested after the comparison, because that may write once more. */
    CHECK("POST", "/validateCredentials"),
    /**
     * Nothing is started but by what the job says once the saved token has passed; read earlier, it might say what was
     * true before.
     */
    JOB("GET", "/jobs/"),
    /** Only where the old token had stopped the sync: after all of the others, once. */
    START("POST", "/start");

    private final String method;
    private final String path;

    RequiredCall(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Those of a renewal. */
    static List<RequiredCall> of(boolean stopped) {
        return Stream.of(values()).filter(call -> stopped || call != START).toList();
    }

    /** True if a request is this call. */
    boolean is(RequestLog.Entry request) {
        boolean there = this == JOB ? request.path().contains(path) : request.path().endsWith(path);
        return request.method().equals(method) && there;
    }
}
