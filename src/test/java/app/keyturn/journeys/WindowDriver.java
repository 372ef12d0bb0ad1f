package app.keyturn.journeys;

import app.keyturn.Window;
import app.keyturn.i18n.Messages;
import app.keyturn.walkthrough.UiDriver;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Drives the real window as a user does, by the IDs of its controls alone: clicks, types, reads, waits. To be used from
 * a test's thread.
 */
public abstract class WindowDriver {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_TABS = 40;

    public abstract Window window();

    public abstract Messages messages();

    // --- Mouse and keyboard ------------------------------------------------------------------------------------------

    /** Clicks the middle of a control, once it is in sight and enabled. */
    public void click(String id) {
        waitUntil("click " + id, () -> isEnabled(id));
        onWindow(() -> {
            node(id).requestFocus(); // the page scrolls to what has the focus
            return true;
        });
        finishPendingWork();
        onWindow(() -> {
            Node node = node(id);
            Bounds place = node.localToScreen(node.getLayoutBounds());
            Robot mouse = new Robot();
            mouse.mouseMove(place.getCenterX(), place.getCenterY());
            mouse.mouseClick(MouseButton.PRIMARY);
            return true;
        });
        finishPendingWork();
    }

    public void press(KeyCode key) {
        onWindow(() -> {
            new Robot().keyType(key);
            return true;
        });
        finishPendingWork();
    }

    /** Presses Tab until a control has the focus. */
    public void tabTo(String id) {
        waitUntil("reach " + id, () -> isEnabled(id));
        List<String> passed = new ArrayList<>();
        while (!focused().equals(id)) {
            if (passed.size() == MOST_TABS) {
                throw new AssertionError("Tab does not reach " + id + ", only to " + passed);
            }
            press(KeyCode.TAB);
            passed.add(focused());
        }
    }

    /** Presses the system's shortcut for pasting. */
    public void pasteByKeyboard() {
        shortcut(KeyCode.V);
    }

    /** Presses a key together with the system's shortcut modifier. */
    public void shortcut(KeyCode key) {
        KeyCode control = System.getProperty("os.name", "").startsWith("Mac") ? KeyCode.COMMAND : KeyCode.CONTROL;
        onWindow(() -> {
            Robot keys = new Robot();
            keys.keyPress(control);
            keys.keyType(key);
            keys.keyRelease(control);
            return true;
        });
        finishPendingWork();
    }

    public void focus(String id) {
        waitFor(id);
        onWindow(() -> {
            node(id).requestFocus();
            return true;
        });
        finishPendingWork();
    }

    /** Expands a titled pane by keyboard. */
    public void expand(String id) {
        focus(id);
        press(KeyCode.SPACE);
    }

    /** The top-level items of a menu, which is opened and closed again. */
    public List<MenuItem> menuItems(String menuId) {
        waitFor(menuId);
        return onWindow(() -> {
            MenuButton menu = (MenuButton) node(menuId);
            menu.show();
            menu.hide();
            return List.copyOf(menu.getItems());
        });
    }

    /** Chooses an item of a menu or one of its submenus. */
    public void chooseMenuItem(String menuId, String itemId) {
        List<MenuItem> offered = menuItems(menuId);
        onWindow(() -> {
            offered.stream()
                    .flatMap(item -> item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item))
                    .filter(item -> itemId.equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    /** Types into a date field, over what it shows, without leaving it. */
    public void typeDate(String id, String text) {
        waitFor(id);
        onWindow(() -> {
            DatePicker field = (DatePicker) node(id);
            field.requestFocus();
            field.getEditor().setText(text);
            return true;
        });
        finishPendingWork();
    }

    /** Clicks a day in the calendar of a date field, which opens at the month of the field's date. */
    public void chooseDay(String id, LocalDate day) {
        onWindow(() -> {
            DatePicker field = (DatePicker) node(id);
            field.requestFocus();
            field.show();
            Node calendar = ((DatePickerSkin) field.getSkin()).getPopupContent();
            calendar.lookupAll(".day-cell")
                    .stream()
                    .filter(cell -> day.equals(((DateCell) cell).getItem()))
                    .findFirst()
                    .orElseThrow()
                    .fireEvent(
                            new MouseEvent(MouseEvent.MOUSE_CLICKED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false,
                                    false, false, false, false, false, false, false, false, null));
            return true;
        });
        finishPendingWork();
    }

    /** The text of a date field. */
    public String typedDate(String id) {
        return onWindow(() -> ((DatePicker) node(id)).getEditor().getText());
    }

    public void fill(String id, String text) {
        waitFor(id);
        onWindow(() -> {
            ((TextInputControl) node(id)).setText(text);
            return true;
        });
    }

    /** Sets the height of the window's content. */
    public void setHeight(int wanted) {
        onWindow(() -> {
            javafx.stage.Window frame = window().scene().getWindow();
            frame.setHeight(frame.getHeight() + wanted - window().scene().getHeight());
            return true;
        });
        waitUntil("be " + wanted + " high", () -> onWindow(() -> window().scene().getHeight() == wanted));
        finishPendingWork();
    }

    // --- What the window shows ---------------------------------------------------------------------------------------

    /** Waits until a control is in sight. */
    public void waitFor(String id) {
        waitUntil("see " + id, () -> isInSight(id));
    }

    /** Waits until a control has this text. */
    public void waitForText(String id, String text) {
        waitUntil("read “" + text + "” in " + id, () -> isInSight(id) && text.equals(read(id)));
    }

    /** Waits until a control has the text of a message key. */
    public void waitForMessage(String id, String key, Object... arguments) {
        waitForText(id, messages().text(key, arguments));
    }

    public String message(String key, Object... arguments) {
        return messages().text(key, arguments);
    }

    public boolean isInSight(String id) {
        return onWindow(() -> lookUp(id) != null);
    }

    public boolean isEnabled(String id) {
        return onWindow(() -> {
            Node node = lookUp(id);
            return node != null && !node.isDisabled();
        });
    }

    /** The text of a control. */
    public String read(String id) {
        return onWindow(() -> UiDriver.textOf(node(id)));
    }

    public String focused() {
        return onWindow(() -> {
            Node owner = window().scene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    /** The title of the window. */
    public String title() {
        return onWindow(() -> window().title().get());
    }

    /** The titles of all windows. */
    public String windowTitles() {
        return onWindow(() -> Stage.getWindows()
                .stream()
                .map(each -> each instanceof Stage stage ? stage.getTitle() : "")
                .collect(Collectors.joining(", ")));
    }

    // --- The JavaFX thread -------------------------------------------------------------------------------------------

    public void waitUntil(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, condition::getAsBoolean);
        } catch (TimeoutException tooLate) {
            throw new AssertionError("Timed out: " + what + "; " + currentState(), tooLate);
        }
    }

    /** Lets the window finish pending work: what a click started, and the layout that follows. */
    public final void finishPendingWork() {
        for (int turn = 0; turn < 2; turn++) {
            onWindow(() -> {
                window().scene().getRoot().applyCss();
                window().scene().getRoot().layout();
                return true;
            });
        }
    }

    public <T> T onWindow(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), action);
    }

    /** The visible node with this ID. */
    public Node node(String id) {
        Node node = lookUp(id);
        if (node == null) {
            throw new AssertionError("Not in sight: " + id);
        }
        return node;
    }

    private @Nullable Node lookUp(String id) {
        return UiDriver.lookUp(window().scene(), id);
    }

    private String currentState() {
        String problem = isInSight("problem-code") ? read("problem-code") : "none";
        String status = isInSight("status") ? read("status") : "";
        return "status: “" + status + "”, problem: " + problem;
    }
}
