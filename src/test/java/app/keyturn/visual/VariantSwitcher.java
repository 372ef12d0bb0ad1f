package app.keyturn.visual;

import app.keyturn.ui.Appearance;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Switches a window from variant to variant. To be used on the JavaFX thread. */
final class VariantSwitcher {
    private static final double WIDTH = 900;
    private static final double LEAST_HEIGHT = 500;
    private static final int PASSES = 4;

    private final Scene scene;
    private final Appearance appearance;
    private final Consumer<Locale> language;
    private @Nullable Variant current;

    /**
     * Switches this window.
     *
     * @param language changes the language of the window
     */
    VariantSwitcher(Scene scene, Appearance appearance, Consumer<Locale> language) {
        this.scene = scene;
        this.appearance = appearance;
        this.language = language;
    }

    /** Applies a variant, in the smallest supported window. */
    void apply(Variant wanted) {
        Variant before = current;
        if (before == null || before.theme() != wanted.theme()) {
            wanted.theme().applyTo(appearance);
        }
        if (before == null || before.percent() != wanted.percent()) {
            appearance.setTextSize(wanted.percent());
        }
        if (before == null || !before.language().equals(wanted.language())) {
            language.accept(wanted.language());
        }
        if (before == null || before.mirrored() != wanted.mirrored()) {
            scene.setNodeOrientation(
                    wanted.mirrored() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
        current = wanted;
        layOut(LEAST_HEIGHT, before == null || before.theme() != wanted.theme() || before.percent() != wanted.percent()
                ? 3
                : 2);
    }

    /** Makes the window high enough that the page need not scroll. */
    void growToFit() {
        if (scene.getRoot().lookup(".body") instanceof ScrollPane body) {
            double hidden = body.getContent().getLayoutBounds().getHeight() - body.getViewportBounds().getHeight();
            if (hidden > 0) {
                layOut(LEAST_HEIGHT + Math.ceil(hidden), 2);
            }
        }
    }

    /** Scrolls to a control. */
    void reveal(Node node) {
        if (scene.getRoot().lookup(".body") instanceof ScrollPane body
                && SceneSnapshot.isWithin(body.getContent(), node)) {
            double hidden = body.getContent().getLayoutBounds().getHeight() - body.getViewportBounds().getHeight();
            double top = body.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinY();
            body.setVvalue(hidden <= 0 ? 0 : Math.min(1, top / hidden));
            body.layout();
        }
    }

    /** Restores the initial variant and size. */
    void reset() {
        apply(Variant.USUAL);
        scene.getRoot().resize(scene.getWidth(), scene.getHeight());
    }

    /** Resizes the root only: the window itself is resized by the system, which is slow. */
    private void layOut(double height, int least) {
        Parent root = scene.getRoot();
        // JavaFX caches a picture of scrolled content, which would not change when text is hidden.
        root.lookupAll(".viewport").forEach(kept -> kept.setCache(false));
        root.resize(WIDTH, height);
        // Measuring may change styles, and a scroll bar that appears or disappears changes what is beside it.
        for (int pass = 0; pass < PASSES && (pass < least || root.isNeedsLayout()); pass++) {
            root.applyCss();
            root.layout();
        }
    }

    Scene scene() {
        return scene;
    }

    /** A picture of the whole window. */
    WritableImage picture() {
        return scene.getRoot().snapshot(null, null);
    }
}
