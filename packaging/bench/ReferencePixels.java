package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;

/**
 * By what a program's first page is known: the colours of some places when it is drawn, and of some when a press of Tab has
 * moved the focus. Places whose colour changes by itself, such as a caret's, are not among them.
 *
 * @param drawn spread over the page where two colours meet, as in letters and edges
 * @param moved those that the press changed
 */
record ReferencePixels(Map<Integer, Integer> drawn, Map<Integer, Integer> moved) {
    private static final int PLACES_DRAWN = 100;
    private static final int PLACES_MOVED = 20;
    /** Longer than a caret is seen or not seen. */
    private static final int WATCHED_MILLISECONDS = 700;
    private static final int BETWEEN_MILLISECONDS = 100;
    /** Ten seconds after its first page Keyturn tells that no proxy answers, which is no part of what is timed. */
    private static final Duration TOO_LATE = Duration.ofSeconds(8);
    private static final int PATIENCE_MILLISECONDS = 60_000;
    /** No colour of a screen: those are opaque. */
    private static final int CHANGES = 0;

    /**
     * Takes them of the program that has just been started, and leaves two pictures for who wants to look.
     *
     * @return empty if that took so long, on a busy machine, that they may show what is not timed
     */
    static Optional<ReferencePixels> take(ScreenRobot screen, Path prefix) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLISECONDS * 1_000_000L;
        while (screen.isBlank()) {
            ScreenRobot.pause(BETWEEN_MILLISECONDS, end, "Nothing was drawn");
        }
        long seen = System.nanoTime();
        Thread.sleep(WATCHED_MILLISECONDS);
        int[] before = steady(screen);
        ImageIO.write(screen.image(), "png", Path.of(prefix + "drawn.png").toFile());
        screen.pressTab();
        Thread.sleep(WATCHED_MILLISECONDS);
        int[] after = steady(screen);
        if (System.nanoTime() - seen > TOO_LATE.toNanos()) {
            return Optional.empty();
        }
        ImageIO.write(screen.image(), "png", Path.of(prefix + "moved.png").toFile());
        Map<Integer, Integer> drawn = some(before, PLACES_DRAWN,
                at -> at > 0 && before[at] != CHANGES && before[at - 1] != CHANGES && before[at] != before[at - 1]);
        Map<Integer, Integer> moved = some(after, PLACES_MOVED,
                at -> before[at] != CHANGES && after[at] != CHANGES && before[at] != after[at]);
        if (drawn.isEmpty() || moved.isEmpty()) {
            throw new IllegalStateException("A press of Tab moved nothing that can be seen: " + prefix + "*.png");
        }
        return Optional.of(new ReferencePixels(drawn, moved));
    }

    /** What stays the same for a while; {@link #CHANGES} where it does not. */
    private static int[] steady(ScreenRobot screen) throws InterruptedException {
        int[] first = screen.picture();
        for (int passed = 0; passed < WATCHED_MILLISECONDS; passed += BETWEEN_MILLISECONDS) {
            Thread.sleep(BETWEEN_MILLISECONDS);
            int[] next = screen.picture();
            for (int at = 0; at < first.length; at++) {
                if (first[at] != next[at]) {
                    first[at] = CHANGES;
                }
            }
        }
        return first;
    }

    private static Map<Integer, Integer> some(int[] picture, int wanted, IntPredicate chosen) {
        List<Integer> all = new ArrayList<>();
        for (int at = 0; at < picture.length; at++) {
            if (chosen.test(at)) {
                all.add(at);
            }
        }
        Map<Integer, Integer> some = new LinkedHashMap<>();
        for (int number = 0; number < wanted && !all.isEmpty(); number++) {
            int at = all.get((int) ((long) number * all.size() / wanted));
            some.put(at, picture[at]);
        }
        return some;
    }
}
