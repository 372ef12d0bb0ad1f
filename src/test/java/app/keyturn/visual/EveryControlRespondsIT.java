package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.journeys.JourneyTest;
import app.keyturn.journeys.UiJourney;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/**
 * Presses every control in every state of every page, as the visual tests reach them: each press has an effect that a
 * user can notice. Presses Enter in every field, too: what was entered is not lost.
 *
 * <p>By default, a control is pressed in the first state that shows it; with {@code -Pgallery}, in every state.
 */
class EveryControlRespondsIT {
    private static final boolean IN_EVERY_STATE = Boolean.getBoolean("gallery");
    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Set<String> DONE = new HashSet<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    private final List<String> failures = new ArrayList<>();
    private int windows;
    /** The folder of the open window. */
    private Path window = Path.of("");

    /** Ends a visit after a press that has changed the window: the rest of its way would not be what it was. */
    @SuppressWarnings("serial")
    private static final class Pressed extends RuntimeException {
        Pressed() {
            super("", null, false, false);
        }
    }

    /**
     * A journey, up to the state in which something is pressed.
     *
     * @param arguments of the test method
     */
    record Way(Method journey, List<String> arguments) {
        JourneyTest begin(Path folder) throws ReflectiveOperationException, TimeoutException {
            Constructor<?> constructor = journey.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            JourneyTest test = (JourneyTest) constructor.newInstance();
            test.folder = folder;
            test.openWindow();
            return test;
        }

        void go(JourneyTest test) throws ReflectiveOperationException {
            for (Method method : journey.getDeclaringClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(BeforeEach.class)) {
                    method.setAccessible(true);
                    method.invoke(test);
                }
            }
            journey.setAccessible(true);
            journey.invoke(test, arguments.toArray());
        }

        @Override
        public String toString() {
            return journey.getDeclaringClass().getSimpleName() + "." + journey.getName()
                    + (arguments.isEmpty() ? "" : arguments);
        }
    }

    /** Journeys that reach every page, and every state of it that has other controls. */
    static Stream<Way> ways() throws ReflectiveOperationException {
        Stream<String> journeys = Stream.of("FindApp", "InterruptedSignIn", "ManagedSettings", "OtherProvider",
                "UnfinishedSave").map(name -> JourneyTest.class.getPackageName() + "." + name + "JourneyIT");
        Stream<String> looks = Stream.of("Start", "Apple", "SignIn", "Token", "Save", "Done", "EitherToken", "SidePage")
                .map(name -> LooksTest.class.getPackageName() + "." + name + "LooksIT");
        List<Way> ways = new ArrayList<>();
        for (String name : Stream.concat(looks, journeys).toList()) {
            for (Method method : Class.forName(name).getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    ways.add(new Way(method, List.of()));
                } else if (method.isAnnotationPresent(ValueSource.class)) {
                    for (String value : method.getAnnotation(ValueSource.class).strings()) {
                        ways.add(new Way(method, List.of(value)));
                    }
                }
            }
        }
        return ways.stream();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyPressHasAnEffect(Way way) throws Exception {
        repeat(way, this::pressControls);
        assertEquals("", String.join("\n", failures));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void enterInAFieldLosesNothing(Way way) throws Exception {
        repeat(way, this::pressEnter);
        assertEquals("", String.join("\n", failures));
    }

    /** Goes the way again and again, until nothing is left to press on it. */
    private void repeat(Way way, BiConsumer<UiJourney, String> atState) throws Exception {
        boolean pressed = true;
        while (pressed) {
            window = Files.createDirectory(folder.resolve("window-" + windows++));
            JourneyTest test = way.begin(window);
            test.user.visitStatesWith(atState);
            try {
                way.go(test);
                pressed = false;
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof Pressed)) {
                    throw e;
                }
            } finally {
                test.user.close();
                FxToolkit.cleanupStages();
            }
        }
    }

    private void pressControls(UiJourney user, String state) {
        String before = user.onWindow(() -> WindowContent.structure(user));
        boolean pressed = false;
        Optional<Control> next = next(user, state, user.onWindow(() -> WindowContent.pressable(user)));
        while (next.isPresent()) {
            pressed = true;
            press(user, state, next.get());
            if (!before.equals(user.onWindow(() -> WindowContent.structure(user)))) {
                throw new Pressed();
            }
            next = next(user, state, user.onWindow(() -> WindowContent.pressable(user)));
        }
        if (pressed) {
            throw new Pressed();
        }
    }

    /** The next control that was not pressed before. */
    private static Optional<Control> next(UiJourney user, String state, List<Control> controls) {
        return user.onWindow(() -> controls.stream()
                .filter(control -> DONE.add((IN_EVERY_STATE ? state : "") + WindowContent.name(control)))
                .findFirst());
    }

    private void press(UiJourney user, String state, Control control) {
        while (pageOpened(user)) {
            // Opened before.
        }
        String name = user.onWindow(() -> WindowContent.name(control));
        user.onWindow(() -> {
            control.requestFocus(); // as a click or the keyboard does
            return true;
        });
        user.finishPendingWork();
        String before = user.onWindow(() -> WindowContent.everything(user, window));
        user.onWindow(() -> {
            switch (control) {
                case ButtonBase button -> button.fire();
                case TitledPane pane -> pane.setExpanded(!pane.isExpanded());
                default -> throw new IllegalArgumentException(name);
            }
            return true;
        });
        long end = System.nanoTime() + PATIENCE_NANOS;
        boolean effect = false;
        while (!effect && System.nanoTime() < end) {
            user.finishPendingWork();
            effect = !before.equals(user.onWindow(() -> WindowContent.everything(user, window))) || pageOpened(user);
        }
        if (!effect) {
            failures.add(state + ": " + name);
        }
    }

    private static boolean pageOpened(UiJourney user) {
        try {
            user.desktop().nextPage(Duration.ZERO);
            return true;
        } catch (IllegalStateException none) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void pressEnter(UiJourney user, String state) {
        Optional<Control> field = next(user, state + "enter", user.onWindow(() -> WindowContent.fields(user)));
        if (field.isEmpty()) {
            return;
        }
        String name = user.onWindow(() -> WindowContent.name(field.get()));
        user.onWindow(() -> {
            if (field.get() instanceof TextInputControl text && text.isEditable()) {
                text.setText("typed by a user");
            }
            field.get().requestFocus();
            return true;
        });
        String before = user.onWindow(() -> entered(field.get()));
        user.press(KeyCode.ENTER);
        String after = user.onWindow(() -> entered(field.get()));
        boolean wentOn = user.onWindow(() -> field.get().getScene() == null);
        if (!wentOn && !after.equals(before)) {
            failures.add(state + ": " + name + " had “" + before + "”, and after Enter “" + after + "”");
        }
        throw new Pressed();
    }

    private static String entered(Control field) {
        return switch (field) {
            // Enter hands the password over, and the program does not keep it.
            case PasswordField proxy when "proxy-password".equals(proxy.getId()) -> "";
            case TextInputControl text -> text.getText();
            case DatePicker date -> date.getEditor().getText();
            default -> WindowContent.isChosen(field) ? "chosen" : "not chosen";
        };
    }
}
