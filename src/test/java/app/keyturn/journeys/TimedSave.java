package app.keyturn.journeys;

import app.keyturn.practice.server.SeenRequest;
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
 * One way from <em>Test and save</em> to green, timed.
 *
 * @param pressed when the button was pressed
 * @param laidOut when the green page was first laid out
 * @param shown when it was on the screen: as the frame after it began
 * @param calls what was asked of Microsoft Graph meanwhile, in its order, and could not be avoided
 * @param others how many calls there were besides
 */
record TimedSave(Instant pressed, Instant laidOut, Instant shown, Map<RequiredCall, SocketEvents.Call> calls,
        int others) {
    private static final int PATIENCE = 60;

    /**
     * Presses the button and waits for green.
     *
     * @param user on the page before the save
     * @param stopped whether the old token has stopped the sync
     * @param folder for what is recorded, and read at once
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
                inTheNextFrame(() -> {
                    shown.set(Instant.now());
                    green.countDown();
                });
            }
        };
        try (SocketEvents wire = new SocketEvents()) {
            Instant pressed = user.onWindow(() -> {
                scene.addPostLayoutPulseListener(look);
                Instant now = Instant.now();
                ((ButtonBase) user.node("test-and-save")).fire();
                return now;
            });
            if (!green.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No green page");
            }
            user.waitForMessage("done-title", "done.heading");
            List<SocketEvents.Call> calls = wire.calls(port, folder)
                    .stream()
                    .filter(call -> call.sent().isAfter(pressed) && call.read().isBefore(laidOut.get()))
                    .toList();
            List<SeenRequest> seen = user.world().requests();
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

    private static TimedSave sorted(Instants at, List<SocketEvents.Call> calls, List<SeenRequest> seen,
            List<RequiredCall> needed) {
        List<RequiredCall> missing = new ArrayList<>(needed);
        Map<RequiredCall, SocketEvents.Call> found = new EnumMap<>(RequiredCall.class);
        int others = 0;
        // What comes after the last of them is the look for the first sync, which nobody waits for.
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

    /** From the button to green. */
    Duration took() {
        return Duration.between(pressed, shown);
    }

    /** What one of the calls took. */
    Duration took(RequiredCall call) {
        return Objects.requireNonNull(calls.get(call), call.name()).took();
    }

    /** What the calls took that cannot be avoided. */
    Duration sum() {
        return calls.values().stream().map(SocketEvents.Call::took).reduce(Duration.ZERO, Duration::plus);
    }

    /** From the button to the first byte sent. */
    Duration beforeTheCalls() {
        return Duration.between(pressed,
                calls.values().stream().map(SocketEvents.Call::sent).sorted().toList().getFirst());
    }

    /** Between one answer and the next request, in all. */
    Duration betweenTheCalls() {
        return Duration.between(pressed, lastAnswer()).minus(beforeTheCalls()).minus(sum());
    }

    /** From the last answer until the green page is laid out. */
    Duration untilLaidOut() {
        return Duration.between(lastAnswer(), laidOut);
    }

    /** From there to the screen. */
    Duration untilShown() {
        return Duration.between(laidOut, shown);
    }

    private Instant lastAnswer() {
        return calls.values().stream().map(SocketEvents.Call::read).sorted().toList().getLast();
    }

    private static void inTheNextFrame(Runnable act) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                act.run();
            }
        }.start();
    }
}
