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

/** A window that is put into one variant after another. To be used on the JavaFX thread. */
final class VariantFitting {
    private static final double WIDTH = 900;
    private static final double LEAST_HEIGHT = 500;
    private static final int PASSES = 4;

    private final Scene scene;
    private final Appearance appearance;
    private final Consumer<Locale> language;
    private @Nullable Variant worn;

    /**
     * Makes one.
     *
     * @param scene of the window
     * @param appearance of the window
     * @param language has the window speak another language
     */
    VariantFitting(Scene scene, Appearance appearance, Consumer<Locale> language) {
        this.scene = scene;
        this.appearance = appearance;
        this.language = language;
    }

    /** Puts the window into a variant, in the smallest window that every page has to do with. */
    void apply(Variant wanted) {
        Variant before = worn;
        if (before == null || before.dress() != wanted.dress()) {
            wanted.dress().on(appearance);
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
        worn = wanted;
        layOut(LEAST_HEIGHT, before == null || before.dress() != wanted.dress() || before.percent() != wanted.percent()
                ? 3
                : 2);
    }

    /** Makes the window so high that nothing of the page has to be scrolled. */
    void unroll() {
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

    /** Gives the window back as it was. */
    void takeOff() {
        apply(Variant.USUAL);
        scene.getRoot().resize(scene.getWidth(), scene.getHeight());
    }

    /** The window's own size is left alone: only the system changes it, and takes its time. */
    private void layOut(double height, int least) {
        Parent root = scene.getRoot();
        // A picture kept of it does not change when a text goes (JavaFX keeps one of what is scrolled).
        root.lookupAll(".viewport").forEach(kept -> kept.setCache(false));
        root.resize(WIDTH, height);
        // What is measured may change the style, and a scroll bar that comes or goes changes what is beside it.
        for (int pass = 0; pass < PASSES && (pass < least || root.isNeedsLayout()); pass++) {
            root.applyCss();
            root.layout();
        }
    }

    Scene scene() {
        return scene;
    }

    /** The whole window as it is now. */
    WritableImage picture() {
        return scene.getRoot().snapshot(null, null);
    }
}
