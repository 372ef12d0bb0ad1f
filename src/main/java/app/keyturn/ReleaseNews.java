package app.keyturn;

import app.keyturn.entra.http.EntraHttp;
import app.keyturn.pages.start.NewerVersion;
import app.keyturn.update.ReleaseFeed;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for a newer version once while the program runs, at the earliest when the first page has been drawn. Every world in
 * earnest is told the same.
 */
final class ReleaseNews {
    private final URI page;
    private final Function<EntraHttp, Optional<String>> question;
    private final Settled settled;
    private boolean asked;
    private Optional<String> answer = Optional.empty();

    /**
     * Makes it; nothing is asked yet.
     *
     * @param page shows the latest release to people
     * @param question asks for the numbers of a newer version
     * @param settled nothing is asked before
     */
    ReleaseNews(URI page, Function<EntraHttp, Optional<String>> question, Settled settled) {
        this.settled = settled;
        this.page = page;
        this.question = question;
    }

    /** What this build asks; empty if it asks nothing. */
    static Optional<ReleaseNews> ofThisBuild(Settled settled) {
        return Releases.ofThisBuild()
                .map(places -> new ReleaseNews(places.page(),
                        http -> new ReleaseFeed(http, places.feed(), Keyturn.version()).newer(), settled));
    }

    /**
     * As a world in earnest sees it.
     *
     * @param http the world's own client
     */
    NewerVersion over(EntraHttp http) {
        return new NewerVersion(() -> {
            settled.await();
            return once(http);
        }, page);
    }

    /** A question that was given up counts as asked. */
    private synchronized Optional<String> once(EntraHttp http) {
        if (!asked) {
            asked = true;
            answer = question.apply(http);
        }
        return answer;
    }
}
