package app.keyturn.update;

import app.keyturn.FirstPaint;
import app.keyturn.Keyturn;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.pages.start.NewerVersion;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for a newer version once while the program runs, at the earliest when the first page has been drawn. Every world in
 * earnest is told the same.
 */
public final class UpdateCheck {
    private final URI page;
    private final Function<EntraHttp, Optional<String>> question;
    private final FirstPaint firstPaint;
    private boolean asked;
    private Optional<String> answer = Optional.empty();

    /**
     * Makes it; nothing is asked yet.
     *
     * @param page shows the latest release to people
     * @param question asks for the numbers of a newer version
     * @param firstPaint nothing is asked before
     */
    public UpdateCheck(URI page, Function<EntraHttp, Optional<String>> question, FirstPaint firstPaint) {
        this.firstPaint = firstPaint;
        this.page = page;
        this.question = question;
    }

    /** What this build asks; empty if it asks nothing. */
    public static Optional<UpdateCheck> ofThisBuild(FirstPaint firstPaint) {
        return ReleaseUrls.ofThisBuild()
                .map(places -> new UpdateCheck(places.page(),
                        http -> new ReleaseFeed(http, places.feed(), Keyturn.version()).newer(), firstPaint));
    }

    /**
     * As a world in earnest sees it.
     *
     * @param http the world's own client
     */
    public NewerVersion create(EntraHttp http) {
        return new NewerVersion(() -> {
            firstPaint.await();
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
