package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How busy the processors are. */
final class CpuLoad {
    private static final double IDLE_ENOUGH = 0.1;
    private static final int INTERVAL_MILLISECONDS = 1000;
    private static final int MAX_INTERVALS = 20;
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    private static final Pattern SPACES = Pattern.compile(" +");

    private CpuLoad() {}

    /** Waits until other programs leave the processors alone, but not for long: some machines are always busy. */
    static void awaitIdle() throws IOException, InterruptedException {
        for (int interval = 0; interval < MAX_INTERVALS; interval++) {
            List<Long> before = times();
            Thread.sleep(INTERVAL_MILLISECONDS);
            List<Long> after = times();
            double idle = idle(after) - idle(before);
            if (1 - idle / (sum(after) - sum(before)) < IDLE_ENOUGH) {
                return;
            }
        }
        System.out.println("This machine is busy with something else.");
    }

    private static double idle(List<Long> times) {
        return times.get(IDLE) + times.get(WAITING_FOR_DISK);
    }

    private static double sum(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).sum();
    }

    /** Time in programs, in the kernel, idle and so on, since the system was started (proc_stat(5)). */
    private static List<Long> times() throws IOException {
        String first = Files.readAllLines(Path.of("/proc/stat")).getFirst();
        return SPACES.splitAsStream(first).skip(1).map(Long::valueOf).toList();
    }
}
