package app.keyturn.visual;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/**
 * Text with too little contrast: the colour of each letter against each pixel that it covers. Web Content Accessibility
 * Guidelines 2.2, "1.4.3 Contrast (Minimum)", which also exempts disabled controls.
 */
final class Contrast {
    private static final double LEAST = 4.5;

    private Contrast() {}

    /** Checks every text: the whole scrolled page, and separately what surrounds it. */
    static Stream<String> in(SceneSnapshot snapshot) {
        List<Text> texts = snapshot.texts().filter(text -> !text.isDisabled()).toList();
        ScrollPane body = snapshot.body().orElse(null);
        boolean mirrored = snapshot.root().getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        if (body == null || mirrored) { // part of a mirrored scene cannot be captured alone
            return check(texts, snapshot, snapshot.root(), Color.TRANSPARENT);
        }
        Map<Boolean, List<Text>> scrolling = texts.stream().collect(Collectors.partitioningBy(snapshot::scrolls));
        return Stream.concat(
                check(scrolling.getOrDefault(false, List.of()), snapshot, snapshot.root(), Color.TRANSPARENT),
                check(scrolling.getOrDefault(true, List.of()), snapshot, body.getContent(), ground(body)));
    }

    private static Stream<String> check(List<Text> texts, SceneSnapshot snapshot, Node part, Paint ground) {
        SnapshotParameters on = new SnapshotParameters();
        on.setFill(ground);
        WritableImage picture = part.snapshot(on, null);
        List<Double> opacities = texts.stream().map(Node::getOpacity).toList();
        texts.forEach(text -> text.setOpacity(0));
        WritableImage without = part.snapshot(on, null);
        for (int index = 0; index < texts.size(); index++) {
            texts.get(index).setOpacity(opacities.get(index));
        }
        Area area = new Area(pixels(picture), pixels(without), (int) picture.getWidth(), (int) picture.getHeight());
        return texts.stream().flatMap(text -> check(text, snapshot, part, area).stream());
    }

    /** The background of the page. */
    private static Paint ground(ScrollPane body) {
        return body.lookup(".viewport") instanceof Region viewport && viewport.getBackground() != null
                ? viewport.getBackground().getFills().getLast().getFill()
                : Color.TRANSPARENT;
    }

    private static Optional<String> check(Text text, SceneSnapshot snapshot, Node part, Area area) {
        Bounds seen = snapshot.visibleBounds(text);
        Bounds bounds = part.equals(snapshot.root()) ? seen : part.sceneToLocal(seen);
        if (bounds.getWidth() < 1 || bounds.getHeight() < 1) {
            return Optional.empty(); // CutText reports it
        }
        // A field's text has another colour while it is selected.
        if (!((text.getSelectionStart() >= 0 ? text.getSelectionFill() : text.getFill()) instanceof Color fill)) {
            return Optional.of(SceneSnapshot.name(text) + " has no plain colour");
        }
        return area.worst(bounds, fill, opacity(text))
                .map(worst -> worst < LEAST
                        ? Optional.of("%s has a contrast of %.2f".formatted(SceneSnapshot.name(text), worst))
                        : Optional.<String>empty())
                .orElseGet(() -> SceneSnapshot.around(text, ListView.class).isPresent()
                        ? Optional.empty() // and can be scrolled to
                        : Optional.of(SceneSnapshot.name(text) + " cannot be seen"));
    }

    private static double opacity(Node text) {
        double all = 1;
        for (Node at = text; at != null; at = at.getParent()) {
            all *= at.getOpacity();
        }
        return all;
    }

    private static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return pixels;
    }

    /** The contrast of two opaque colours, from 1 to 21. */
    static double between(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /** The same pixels with and without text. */
    private static final class Area {
        private final int[] shown;
        private final int[] behind;
        private final int width;
        private final int height;

        Area(int[] shown, int[] behind, int width, int height) {
            this.shown = shown;
            this.behind = behind;
            this.width = width;
            this.height = height;
        }

        /** The worst contrast of letters within bounds, ignoring a caret; empty if no letter is visible. */
        Optional<Double> worst(Bounds bounds, Color fill, double opacity) {
            Map<Integer, Integer> behindLetters = new HashMap<>();
            int seen = 0;
            int run = 0;
            int last = 0;
            for (int y = Math.max(0, (int) bounds.getMinY()); y < Math.min(height, bounds.getMaxY()); y++) {
                for (int x = Math.max(0, (int) bounds.getMinX()); x < Math.min(width, bounds.getMaxX()); x++) {
                    int pixel = behind[y * width + x];
                    if (shown[y * width + x] != pixel) {
                        if (pixel != last) {
                            behindLetters.merge(last, run, Integer::sum);
                            last = pixel;
                            run = 0;
                        }
                        run++;
                        seen++;
                    }
                }
            }
            behindLetters.merge(last, run, Integer::sum);
            int few = seen / 20;
            return behindLetters.entrySet()
                    .stream()
                    .filter(entry -> entry.getValue() > few)
                    .map(entry -> contrast(entry.getKey(), fill, opacity))
                    .min(Comparator.naturalOrder());
        }

        private static double contrast(int pixel, Color fill, double opacity) {
            Color back = Color.rgb(pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF);
            return between(back.interpolate(fill.deriveColor(0, 1, 1, 1), fill.getOpacity() * opacity), back);
        }
    }
}
