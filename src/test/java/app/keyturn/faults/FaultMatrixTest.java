package app.keyturn.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.PracticeBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Every fault at every operation, and what a person makes of it. Leaves {@code target/fault-matrix.md}. */
class FaultMatrixTest {
    private static final int AT_ONCE = 2;
    private static final Path REPORT = Path.of("target", "fault-matrix.md");

    private final Authorities authorities = new Authorities();

    @Test
    void whateverFailsIsExplainedAndNothingIsLost() throws Exception {
        Map<Cell, Expected> expected = new LinkedHashMap<>();
        Cell.all().forEach(cell -> expected.put(cell, ExpectedOutcomes.of(cell)));
        MatrixReport report = new MatrixReport(expected, played(expected));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report.text());
        assertEquals(List.of(), report.wrong(), () -> String.join("\n", report.wrong()));
    }

    private Map<Cell, Observed> played(Map<Cell, Expected> expected) throws InterruptedException, ExecutionException {
        Map<Cell, Future<Observed>> running = new LinkedHashMap<>();
        Map<Cell, Observed> seen = new LinkedHashMap<>();
        try (PracticeBrowser browser = new PracticeBrowser();
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            expected.forEach((cell, rule) -> {
                if (!(rule instanceof Expected.CannotHappen)) {
                    running.put(cell, threads.submit(() -> play(cell, rule, browser)));
                }
            });
            for (Map.Entry<Cell, Future<Observed>> each : new ArrayList<>(running.entrySet())) {
                seen.put(each.getKey(), each.getValue().get());
            }
        }
        return seen;
    }

    private Observed play(Cell cell, Expected rule, PracticeBrowser browser) throws IOException, InterruptedException {
        return Observed.of(cell, rule, authorities, browser);
    }
}
