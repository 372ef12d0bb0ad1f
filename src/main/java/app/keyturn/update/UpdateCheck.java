package app.keyturn.update;

import app.keyturn.entra.http.EntraHttp;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * Checks for a newer version at most once while the program runs, and not before the first page is painted. Every
 * session outside practice mode gets the same answer.
 */
public final class UpdateCheck {
    private final URI page;
    private final Function<EntraHttp, Optional<String>> query;
    private final CountDownLatch firstPaint;
    private boolean asked;
    private Optional<String> answer = Optional.empty();

    /**
     * Creates the check; sends nothing yet.
     *
     * @param page shows the latest release to users
     * @param query asks for the number of a newer version
     * @param firstPaint nothing is sent before it is down
     */
    public UpdateCheck(URI page, Function<EntraHttp, Optional<String>> query, CountDownLatch firstPaint) {
        this.page = page;
        this.query = query;
        this.firstPaint = firstPaint;
    }

    /** The check of a build that has these release addresses. */
    public static UpdateCheck create(ReleaseUrls urls, String version, CountDownLatch firstPaint) {
        return new UpdateCheck(urls.page(), http -> new ReleaseFeed(http, urls.feed(), version).newer(), firstPaint);
    }

    /** The check as one session runs it, through its own client. */
    public NewerVersion create(EntraHttp http) {
        return new NewerVersion(() -> {
            firstPaint.await();
            return once(http);
        }, page);
    }

    /** A cancelled query counts as done. */
    private synchronized Optional<String> once(EntraHttp http) {
        if (!asked) {
            asked = true;
            answer = query.apply(http);
        }
        return answer;
    }
}
