package app.keyturn.journeys;

import app.keyturn.practice.server.RequestLog;
import app.keyturn.walkthrough.UiDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;

/**
 * One timed save, from <em>Test and save</em> to the done page.
 *
 * @param pressed when the button was pressed
 * @param laidOut when the done page was first laid out
 * @param shown when it was on the screen: at the start of the next frame
 * @param calls the required calls to Microsoft Graph, in order
 * @param others number of other calls
 */
record TimedSave(Instant pressed, Instant laidOut, Instant shown, Map<RequiredCall, SocketRecorder.Call> calls,
        int others) {
    private static final int PATIENCE = 60;

    /**
     * Presses the button and waits for the done page.
     *
     * @param user on the save page
     * @param stopped whether the old token has stopped the sync
     * @param folder for the recording
     */
    static TimedSave of(UiJourney user, boolean stopped, Path folder) throws IOException, InterruptedException {
        Scene scene = user.window().scene();
        int port = Objects.requireNonNull(user.world().addresses().get("graph.practice.invalid")).getPort();
        int before = user.world().requests().size();
        AtomicReference<Instant> laidOut = new AtomicReference<>(Instant.MAX);
        AtomicReference<Instant> shown = new AtomicReference<>(Instant.MAX);
        CountDownLatch green = new CountDownLatch(1);
        Runnable look = () -> {
            if (laidOut.get().equals(Instant.MAX) && UiDriver.lookUp(scene, "page-done") != null) {
                laidOut.set(Instant.now());
                inNextFrame(() -> {
                    shown.set(Instant.now());
                    green.countDown();
                });
            }
        };
        try (SocketRecorder sockets = new SocketRecorder()) {
            Instant pressed = user.onWindow(() -> {
                scene.addPostLayoutPulseListener(look);
                Instant now = Instant.now();
                ((ButtonBase) user.node("test-and-save")).fire();
                return now;
            });
            if (!green.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The done page did not appear");
            }
            user.waitForMessage("done-title", "done.heading");
            List<SocketRecorder.Call> calls = sockets.calls(port, folder)
                    .stream()
                    .filter(call -> call.sent().isAfter(pressed) && call.read().isBefore(laidOut.get()))
                    .toList();
            List<RequestLog.Entry> seen = user.world().requests();
            return sorted(new Instants(pressed, laidOut.get(), shown.get()), calls,
                    seen.subList(before, before + calls.size()), RequiredCall.of(stopped));
        } finally {
            user.onWindow(() -> {
                scene.removePostLayoutPulseListener(look);
                return true;
            });
        }
    }

    private record Instants(Instant pressed, Instant laidOut, Instant shown) {}

    private static TimedSave sorted(Instants at, List<SocketRecorder.Call> calls, List<RequestLog.Entry> seen,
            List<RequiredCall> needed) {
        List<RequiredCall> missing = new ArrayList<>(needed);
        Map<RequiredCall, SocketRecorder.Call> found = new EnumMap<>(RequiredCall.class);
        int others = 0;
        // Later calls watch for the first sync and do not delay the page.
        for (int index = 0; index < calls.size() && !missing.isEmpty(); index++) {
            if (missing.getFirst().is(seen.get(index))) {
                found.put(missing.removeFirst(), calls.get(index));
            } else {
                others++;
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("These calls were not made: " + missing + ", but " + seen);
        }
        return new TimedSave(at.pressed(), at.laidOut(), at.shown(), found, others);
    }

    /** From the button to the done page. */
    Duration duration() {
        return Duration.between(pressed, shown);
    }

    /** Duration of one required call. */
    Duration duration(RequiredCall call) {
        return Objects.requireNonNull(calls.get(call), call.name()).duration();
    }

    /** Total duration of the required calls. */
    Duration sum() {
        return calls.values().stream().map(SocketRecorder.Call::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** From the button to the first byte sent. */
    Duration beforeTheCalls() {
        return Duration.between(pressed,
                calls.values().stream().map(SocketRecorder.Call::sent).sorted().toList().getFirst());
    }

    /** Total time between answers and the next requests. */
    Duration betweenTheCalls() {
        return Duration.between(pressed, lastAnswer()).minus(beforeTheCalls()).minus(sum());
    }

    /** From the last answer until the done page is laid out. */
    Duration untilLaidOut() {
        return Duration.between(lastAnswer(), laidOut);
    }

    /** From layout to the screen. */
    Duration untilShown() {
        return Duration.between(laidOut, shown);
    }

    private Instant lastAnswer() {
        return calls.values().stream().map(SocketRecorder.Call::read).sorted().toList().getLast();
    }

    private static void inNextFrame(Runnable act) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                act.run();
            }
        }.start();
    }
}
