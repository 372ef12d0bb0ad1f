package app.keyturn.visual;

import app.keyturn.journeys.UiJourney;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Toggle;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** What a user can see, press and find of a window and its files, as text, to notice whether a press did anything. */
final class WindowContent {
    private WindowContent() {}

    /** The controls that can be pressed now, in the order of the scene graph. */
    static List<Control> pressable(UiJourney user) {
        List<Control> found = new ArrayList<>();
        walk(user.window().scene().getRoot(), node -> {
            boolean chosen = node instanceof RadioButton choice && choice.isSelected();
            if (node instanceof ButtonBase button && !button.isDisabled() && !chosen) {
                found.add(button);
            }
            if (node instanceof TitledPane pane && !pane.isDisabled() && pane.isCollapsible()) {
                found.add(pane);
            }
        });
        return found;
    }

    /** The fields in which Enter can be pressed now. */
    static List<Control> fields(UiJourney user) {
        List<Control> found = new ArrayList<>();
        walk(user.window().scene().getRoot(), node -> {
            boolean field = node instanceof ComboBoxBase<?>
                    || (node instanceof TextInputControl && !(node.getParent() instanceof ComboBoxBase<?>))
                    || isChoice(node);
            if (field && node instanceof Control control && !control.isDisabled() && control.isFocusTraversable()) {
                found.add(control);
            }
        });
        return found;
    }

    static boolean isChoice(Node node) {
        return node instanceof Toggle || node instanceof CheckBox;
    }

    static boolean isChosen(Node node) {
        return node instanceof Toggle toggle ? toggle.isSelected() : node instanceof CheckBox box && box.isSelected();
    }

    /** A name by which a control is found again in the same state. */
    static String name(Node node) {
        String text = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
        return node.getId() == null ? node.getClass().getSimpleName() + text : node.getId();
    }

    /** What is in sight, without what is only written in fields. */
    static String structure(UiJourney user) {
        StringBuilder content = new StringBuilder();
        walk(user.window().scene().getRoot(), node -> {
            if (node instanceof Control control && !(node instanceof ScrollPane)) {
                content.append(name(control)).append(control.isDisabled() ? " (disabled)" : "").append('\n');
            }
        });
        return content.toString();
    }

    /** All that a press can change: what is in sight, where the focus is, the clipboard, opened pages, files. */
    static String everything(UiJourney user, Path folder) {
        StringBuilder content = new StringBuilder(structure(user));
        walk(user.window().scene().getRoot(), node -> {
            switch (node) {
                case Text text -> content.append(text.getText()).append('\n');
                case TextInputControl field -> content.append(field.getText()).append('\n');
                default -> {
                }
            }
            if (isChoice(node)) {
                content.append(isChosen(node));
            }
            if (node instanceof TitledPane pane) {
                content.append(pane.isExpanded());
            }
        });
        Window frame = user.window().scene().getWindow();
        content.append(user.window().scene().getFocusOwner())
                .append(frame.getWidth())
                .append(' ')
                .append(frame.getHeight())
                .append(' ')
                .append(Window.getWindows().size())
                .append(user.desktop().paste())
                .append(user.network().checks());
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted().forEach(file -> content.append(file).append(file.toFile().length()).append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toString();
    }

    private static void walk(Node node, Consumer<Node> visit) {
        if (!node.isVisible()) {
            return;
        }
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }
}
