package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Waits until other programs leave the processors alone; on a machine that never rests, not for long. */
final class CpuLoad {
    private static final double QUIET = 0.1;
    private static final int WATCHED_MILLISECONDS = 1000;
    private static final int TRIES = 20;
    private static final int IDLE = 3;
    private static final int WAITING_FOR_A_DISK = 4;

    private CpuLoad() {}

    static void await() throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            long[] before = processors();
            Thread.sleep(WATCHED_MILLISECONDS);
            long[] after = processors();
            double all = LongStream.of(after).sum() - LongStream.of(before).sum();
            double idle = after[IDLE] + after[WAITING_FOR_A_DISK] - before[IDLE] - before[WAITING_FOR_A_DISK];
            if (1 - idle / all < QUIET) {
                return;
            }
        }
        System.out.println("This machine is busy with something else.");
    }

    /** What the processors have done since the system began (proc_stat(5)): in programs, in the kernel, idle, and so on. */
    private static long[] processors() throws IOException {
        String first = Files.readAllLines(Path.of("/proc/stat")).getFirst();
        return Stream.of(first.split(" +")).skip(1).mapToLong(Long::parseLong).toArray();
    }
}
