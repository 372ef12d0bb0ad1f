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
 * Records this process's sockets with Java Flight Recorder, so that calls are timed as the program's HTTP client sees
 * them, without changing the program.
 */
final class SocketRecorder implements AutoCloseable {
    private static final String WRITE = "jdk.SocketWrite";
    private static final String READ = "jdk.SocketRead";

    private final Recording recording = new Recording();

    /** Starts recording. */
    SocketRecorder() {
        for (String event : List.of(WRITE, READ)) {
            recording.enable(event).withoutThreshold().withoutStackTrace().with("throttle", "off");
        }
        recording.start();
    }

    /**
     * One HTTP call.
     *
     * @param sent when its first byte was sent
     * @param read when the last byte of the answer was read
     */
    record Call(Instant sent, Instant read) {
        Duration duration() {
            return Duration.between(sent, read);
        }

        private boolean isAnswered() {
            return read.isAfter(sent);
        }
    }

    /** The answered calls to a local port so far, by the time they were sent. Every call has its own connection. */
    List<Call> calls(int port, Path folder) throws IOException {
        recording.stop();
        Path file = Files.createTempFile(folder, "sockets-", ".jfr");
        recording.dump(file);
        List<RecordedEvent> events = RecordingFile.readAllEvents(file)
                .stream()
                .filter(event -> event.getInt("port") == port)
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
        Files.delete(file);
        List<Call> calls = new ArrayList<>();
        // A thread makes one call at a time.
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
