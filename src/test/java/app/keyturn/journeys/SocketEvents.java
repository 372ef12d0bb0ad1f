package app.keyturn.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Listens to this process's sockets with Java's Flight Recorder, so that calls are timed as the program's own client sees
 * them and nothing in the program has to be changed for it.
 */
final class SocketEvents implements AutoCloseable {
    private static final String WRITE = "jdk.SocketWrite";
    private static final String READ = "jdk.SocketRead";

    private final Recording recording = new Recording();

    /** Listens from now on. */
    SocketEvents() {
        for (String event : List.of(WRITE, READ)) {
            recording.enable(event).withoutThreshold().withoutStackTrace().with("throttle", "off");
        }
        recording.start();
    }

    /**
     * A call.
     *
     * @param sent when its first byte was sent
     * @param read when the last byte of the answer was read
     */
    record Call(Instant sent, Instant read) {
        Duration took() {
            return Duration.between(sent, read);
        }

        private boolean isAnswered() {
            return read.isAfter(sent);
        }
    }

    /** The calls so far that were answered, to a port of this computer, by when they were sent. Every call has a connection of its own. */
    List<Call> calls(int port, Path folder) throws IOException {
        recording.stop();
        Path file = Files.createTempFile(folder, "wire-", ".jfr");
        recording.dump(file);
        List<RecordedEvent> events = RecordingFile.readAllEvents(file)
                .stream()
                .filter(event -> event.getInt("port") == port)
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
        Files.delete(file);
        List<Call> calls = new ArrayList<>();
        // One thread makes one call after the other.
        Map<Long, Call> underWay = new HashMap<>();
        for (RecordedEvent event : events) {
            long thread = event.getThread().getJavaThreadId();
            boolean writes = event.getEventType().getName().equals(WRITE);
            Call call = underWay.get(thread);
            if (writes && call != null && call.isAnswered()) {
                calls.add(call);
                call = null;
            }
            Instant sent = call == null ? event.getStartTime() : call.sent();
            underWay.put(thread, new Call(sent, writes ? sent : event.getEndTime()));
        }
        underWay.values().stream().filter(Call::isAnswered).forEach(calls::add);
        calls.sort(Comparator.comparing(Call::sent));
        return calls;
    }

    @Override
    public void close() {
        recording.close();
    }
}
