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
 * The pixels that tell when a program's first page is drawn, and when a press of Tab has moved the focus: positions
 * with their colours. Pixels that change by themselves, such as a blinking caret's, are not among them.
 *
 * @param drawn spread over the page where two colours meet, as in letters and edges
 * @param moved pixels that the key press changed
 */
record ReferencePixels(Map<Integer, Integer> drawn, Map<Integer, Integer> moved) {
    private static final int PIXELS_DRAWN = 100;
    private static final int PIXELS_MOVED = 20;
    /** Longer than a phase of a blinking caret. */
    private static final int WATCHED_MILLISECONDS = 700;
    private static final int POLL_MILLISECONDS = 100;
    /**
     * Ten seconds after its first page Keyturn reports that the proxy does not answer, which is not part of the start.
     */
    private static final Duration TOO_LATE = Duration.ofSeconds(8);
    private static final int TIMEOUT_MILLISECONDS = 60_000;
    /** Transparent, which no pixel of a screen is. */
    private static final int CHANGES = 0;

    /**
     * Takes them from a program that has just been started, and saves two pictures for people to look at.
     *
     * @return empty if it took so long, on a busy machine, that the pixels may show more than the start
     */
    static Optional<ReferencePixels> take(ScreenRobot screen, Path prefix) throws IOException, InterruptedException {
        long end = System.nanoTime() + TIMEOUT_MILLISECONDS * 1_000_000L;
        while (screen.isBlank()) {
            ScreenRobot.pause(POLL_MILLISECONDS, end, "Nothing was drawn");
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
        Map<Integer, Integer> drawn = choose(before, PIXELS_DRAWN,
                at -> at > 0 && before[at] != CHANGES && before[at - 1] != CHANGES && before[at] != before[at - 1]);
        Map<Integer, Integer> moved = choose(after, PIXELS_MOVED,
                at -> before[at] != CHANGES && after[at] != CHANGES && before[at] != after[at]);
        if (drawn.isEmpty() || moved.isEmpty()) {
            throw new IllegalStateException("A press of Tab moved nothing that can be seen: " + prefix + "*.png");
        }
        return Optional.of(new ReferencePixels(drawn, moved));
    }

    /** The pixels that stay the same for a while; {@link #CHANGES} for the others. */
    private static int[] steady(ScreenRobot screen) throws InterruptedException {
        int[] first = screen.picture();
        for (int passed = 0; passed < WATCHED_MILLISECONDS; passed += POLL_MILLISECONDS) {
            Thread.sleep(POLL_MILLISECONDS);
            int[] next = screen.picture();
            for (int at = 0; at < first.length; at++) {
                if (first[at] != next[at]) {
                    first[at] = CHANGES;
                }
            }
        }
        return first;
    }

    private static Map<Integer, Integer> choose(int[] picture, int count, IntPredicate chosen) {
        List<Integer> all = new ArrayList<>();
        for (int at = 0; at < picture.length; at++) {
            if (chosen.test(at)) {
                all.add(at);
            }
        }
        Map<Integer, Integer> some = new LinkedHashMap<>();
        for (int number = 0; number < count && !all.isEmpty(); number++) {
            int at = all.get((int) ((long) number * all.size() / count));
            some.put(at, picture[at]);
        }
        return some;
    }
}
