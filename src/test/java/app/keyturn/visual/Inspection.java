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
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Inspects a window in every variant, collects findings, and adds pictures to the {@link Gallery}. To be used from a
 * test's thread.
 */
public final class Inspection {
    private static final PseudoClass HOVER = PseudoClass.getPseudoClass("hover");
    private static final long PATIENCE_MILLIS = 300_000;
    /**
     * {@code -Dvisual.pixels=false} where pixels are not those of a user's screen: contrast and focus are not checked
     * then. Wine 8 draws most text in white, and JavaFX stops drawing where Wine has no display.
     */
    private static final boolean PIXELS = Boolean.parseBoolean(System.getProperty("visual.pixels", "true"));

    private final VariantSwitcher switcher;
    private int inspections;
    /** The variants of each finding. */
    private final Map<String, List<Variant>> found = new LinkedHashMap<>();

    /**
     * Inspects this window.
     *
     * @param language changes the language of the window
     */
    public Inspection(Scene scene, Appearance appearance, Consumer<Locale> language) {
        switcher = new VariantSwitcher(scene, appearance, language);
    }

    /** All findings so far, each with its state and variants. */
    public List<String> findings() {
        return found.entrySet()
                .stream()
                .map(entry -> entry.getKey() + entry.getValue()
                        .stream()
                        .map(Variant::toString)
                        .collect(Collectors.joining(", ", " [", "]")))
                .toList();
    }

    /**
     * Inspects the window as it is now.
     *
     * @param state names it, in findings and pictures
     */
    public void inspect(String state) {
        inspect(state, Variant.standard());
        if (inspections++ == 0) {
            inspect(state, Variant.rare());
        }
    }

    /** Inspects the window as it is now in some variants only. */
    public void inspect(String state, List<Variant> variants) {
        onWindow(() -> {
            for (Variant variant : variants) {
                switcher.apply(variant);
                check(variant).forEach(finding -> record(state, finding, variant));
                if (Gallery.wantsPicture(variant)) {
                    switcher.growToFit();
                    Gallery.add(state, variant, switcher.picture());
                }
            }
            switcher.reset();
            return true;
        });
        Gallery.writeIndex();
    }

    /**
     * Inspects a popup.
     *
     * @param state names it, in findings and pictures
     * @param owner finds the control that opens it
     */
    public void inspectPopup(String state, Supplier<Node> owner) {
        // JavaFX's Headless platform cannot draw beyond the edge of its screen, where mirrored lists would be.
        for (Variant variant : Variant.standard().stream().filter(each -> !each.mirrored()).toList()) {
            onWindow(() -> {
                switcher.apply(variant);
                switcher.reveal(owner.get());
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
                    record(state, "no popup opens", variant);
                }
                roots.forEach(root -> checkPopup(state, variant, root));
                hide(owner.get());
                return true;
            });
        }
        onWindow(() -> {
            switcher.reset();
            return true;
        });
        Gallery.writeIndex();
    }

    private static void show(Node owner) {
        switch (owner) {
            case ComboBoxBase<?> box -> box.show();
            case MenuButton menu -> menu.show();
            default -> throw new IllegalArgumentException("No popup at " + owner);
        }
    }

    private static void hide(Node owner) {
        switch (owner) {
            case ComboBoxBase<?> box -> box.hide();
            case MenuButton menu -> menu.hide();
            default -> throw new IllegalArgumentException("No popup at " + owner);
        }
    }

    private Stream<String> check(Variant variant) {
        Parent root = switcher.scene().getRoot();
        SceneSnapshot snapshot = new SceneSnapshot(root);
        List<String> here = new ArrayList<>();
        boolean reads = root.getEffectiveNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT ^ variant.mirrored();
        if (!reads) {
            here.add("the window has the wrong text direction for its language");
        }
        Stream.of(CutText.in(snapshot), BrokenLines.in(snapshot), Overlap.in(snapshot), AccessibleNames.in(snapshot),
                MissingGlyphs.in(snapshot),
                Untranslated.in(snapshot, variant.language()))
                .flatMap(each -> each)
                .forEach(here::add);
        if (variant.mirrored()) {
            switcher.growToFit(); // a mirrored scene can only be captured as a whole
        }
        if (PIXELS && variant.needsContrastCheck()) {
            Contrast.in(snapshot).forEach(here::add);
        }
        if (variant.language().equals(Variant.USUAL.language())) {
            List<Node> stops = TabOrder.stops(switcher.scene());
            TabOrder.in(snapshot, stops).forEach(here::add);
            if (PIXELS && variant.percent() == 100) {
                underThePointer(snapshot).forEach(here::add);
                switcher.growToFit();
                FocusIndicator.in(snapshot, stops, variant.theme()).forEach(here::add);
            }
        }
        return here.stream();
    }

    /** What cannot be read while the pointer is on it. */
    private static List<String> underThePointer(SceneSnapshot snapshot) {
        List<Node> buttons = snapshot.nodes()
                .filter(ButtonBase.class::isInstance)
                .filter(node -> !node.isHover())
                .toList();
        buttons.forEach(node -> node.pseudoClassStateChanged(HOVER, true));
        snapshot.root().applyCss();
        List<String> findings = Contrast.in(snapshot).map(each -> "under the pointer, " + each).toList();
        buttons.forEach(node -> node.pseudoClassStateChanged(HOVER, false));
        snapshot.root().applyCss();
        return findings;
    }

    private void checkPopup(String state, Variant variant, Parent root) {
        root.applyCss();
        root.layout();
        SceneSnapshot snapshot = new SceneSnapshot(root);
        Stream.of(CutText.in(snapshot), BrokenLines.in(snapshot), Overlap.in(snapshot), MissingGlyphs.in(snapshot),
                Untranslated.in(snapshot, variant.language()), PIXELS ? Contrast.in(snapshot) : Stream.<String>empty())
                .flatMap(each -> each)
                .forEach(finding -> record(state, finding, variant));
        if (Gallery.wantsPicture(variant)) {
            Gallery.add(state, variant, root.snapshot(null, null));
        }
    }

    private void record(String state, String finding, Variant variant) {
        found.computeIfAbsent(state + ": " + finding, _ -> new ArrayList<>()).add(variant);
    }

    private static void onWindow(Callable<Boolean> action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, action);
    }
}
