package app.keyturn.visual;

import app.keyturn.ui.Appearance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Looks at a window in every variant, keeps what it finds, and leaves pictures in the {@link Gallery}. To be used from a
 * test's thread.
 */
public final class Inspection {
    private static final long PATIENCE_MILLIS = 300_000;

    private final VariantFitting fitting;
    private int looks;
    /** Where and what, and in which variants. */
    private final Map<String, List<Variant>> found = new LinkedHashMap<>();

    /**
     * Makes one.
     *
     * @param scene of the window
     * @param appearance of the window
     * @param language has the window speak another language
     */
    public Inspection(Scene scene, Appearance appearance, Consumer<Locale> language) {
        fitting = new VariantFitting(scene, appearance, language);
    }

    /** What was found so far: where, what, and in which variants. */
    public List<String> found() {
        return found.entrySet()
                .stream()
                .map(entry -> entry.getKey() + entry.getValue()
                        .stream()
                        .map(Variant::toString)
                        .collect(Collectors.joining(", ", " [", "]")))
                .toList();
    }

    /**
     * Looks at what is in the window now.
     *
     * @param state names it, in findings and pictures
     */
    public void look(String state) {
        look(state, Variant.ofAState());
        if (looks++ == 0) {
            look(state, Variant.rare());
        }
    }

    /** Looks at what is in the window now, in some variants only. */
    public void look(String state, List<Variant> variants) {
        onWindow(() -> {
            for (Variant variant : variants) {
                fitting.apply(variant);
                judge(variant).forEach(finding -> note(state, finding, variant));
                if (Gallery.wants(variant)) {
                    fitting.unroll();
                    Gallery.hang(state, variant, fitting.picture());
                }
            }
            fitting.takeOff();
            return true;
        });
        Gallery.open();
    }

    /**
     * Looks at what pops up over the window.
     *
     * @param state names it, in findings and pictures
     * @param owner finds the control that it belongs to
     */
    public void lookAtPopup(String state, Supplier<Node> owner) {
        // JavaFX's Headless platform cannot draw what is beyond the edge of its screen, where mirrored lists come to lie.
        for (Variant variant : Variant.ofAState().stream().filter(each -> !each.mirrored()).toList()) {
            onWindow(() -> {
                fitting.apply(variant);
                fitting.reveal(owner.get());
                show(owner.get());
                return true;
            });
            onWindow(() -> {
                List<Parent> roots = Window.getWindows()
                        .stream()
                        .filter(PopupWindow.class::isInstance)
                        .map(each -> each.getScene().getRoot())
                        .toList();
                if (roots.isEmpty()) {
                    note(state, "nothing pops up", variant);
                }
                roots.forEach(root -> judgePopup(state, variant, root));
                hide(owner.get());
                return true;
            });
        }
        onWindow(() -> {
            fitting.takeOff();
            return true;
        });
        Gallery.open();
    }

    private static void show(Node owner) {
        switch (owner) {
            case ComboBoxBase<?> box -> box.show();
            case MenuButton menu -> menu.show();
            default -> throw new IllegalArgumentException("Nothing pops up at " + owner);
        }
    }

    private static void hide(Node owner) {
        switch (owner) {
            case ComboBoxBase<?> box -> box.hide();
            case MenuButton menu -> menu.hide();
            default -> throw new IllegalArgumentException("Nothing pops up at " + owner);
        }
    }

    private Stream<String> judge(Variant variant) {
        Parent root = fitting.scene().getRoot();
        SceneSnapshot sheet = new SceneSnapshot(root);
        List<String> here = new ArrayList<>();
        boolean reads = root.getEffectiveNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT ^ variant.mirrored();
        if (!reads) {
            here.add("the window does not run the way of its language");
        }
        Stream.of(CutText.in(sheet), BrokenLines.in(sheet), Overlap.in(sheet), AccessibleNames.in(sheet),
                MissingGlyphs.in(sheet),
                Untranslated.in(sheet, variant.language()))
                .flatMap(each -> each)
                .forEach(here::add);
        if (variant.mirrored()) {
            fitting.unroll(); // it is seen as a whole or not at all
        }
        if (variant.hasColoursOfItsOwn()) {
            Contrast.in(sheet).forEach(here::add);
        }
        if (variant.language().equals(Variant.USUAL.language())) {
            List<Node> stops = TabOrder.stops(fitting.scene());
            TabOrder.in(sheet, stops).forEach(here::add);
            if (variant.percent() == 100) {
                fitting.unroll();
                FocusIndicator.in(sheet, stops, variant.dress()).forEach(here::add);
            }
        }
        return here.stream();
    }

    private void judgePopup(String state, Variant variant, Parent root) {
        root.applyCss();
        root.layout();
        SceneSnapshot sheet = new SceneSnapshot(root);
        Stream.of(CutText.in(sheet), BrokenLines.in(sheet), Overlap.in(sheet), MissingGlyphs.in(sheet),
                Untranslated.in(sheet, variant.language()), Contrast.in(sheet))
                .flatMap(each -> each)
                .forEach(finding -> note(state, finding, variant));
        if (Gallery.wants(variant)) {
            Gallery.hang(state, variant, root.snapshot(null, null));
        }
    }

    private void note(String state, String finding, Variant variant) {
        found.computeIfAbsent(state + ": " + finding, _ -> new ArrayList<>()).add(variant);
    }

    private static void onWindow(Callable<Boolean> action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, action);
    }
}
