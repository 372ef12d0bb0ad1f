package app.keyturn.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.keyturn.practice.PracticeBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Every fault at every operation, and what the user sees of it: a test for each cell that can happen, and the whole
 * matrix in {@code target/fault-matrix.md}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FaultMatrixTest {
    /** Cells wait more than they compute. */
    private static final int CELLS_AT_ONCE = 3;
    private static final Path DOCUMENTATION = Path.of("docs", "testing.md");
    private static final Path REPORT = Path.of("target", "fault-matrix.md");

    private final Authorities authorities = new Authorities();
    private final PracticeBrowser browser = new PracticeBrowser();
    private final ExecutorService threads = Executors.newFixedThreadPool(CELLS_AT_ONCE);
    private final Map<Cell, Expected> expected = new LinkedHashMap<>();
    private final Map<Cell, Future<Observed>> running = new LinkedHashMap<>();

    /** All cells run from the beginning; each test waits for its own. */
    @TestFactory
    Stream<DynamicTest> everyFaultIsExplainedAndNothingIsLost() {
        for (Cell cell : Cell.all()) {
            Expected outcome = ExpectedOutcomes.of(cell);
            expected.put(cell, outcome);
            if (!(outcome instanceof Expected.CannotHappen)) {
                running.put(cell, threads.submit(() -> Observed.of(cell, outcome, authorities, browser)));
            }
        }
        Stream<DynamicTest> tests = running.entrySet()
                .stream()
                .map(entry -> dynamicTest(entry.getKey().toString(), () -> {
                    Observed observed = entry.getValue().get();
                    assertEquals(List.of(), observed.wrong(), () -> MatrixReport.summary(entry.getKey(), observed));
                }));
        return Stream.concat(tests,
                Stream.of(
                        dynamicTest(
                                "wherever a renewal can end well it does, or there is a reason why a person is needed",
                                this::checkPersons),
                        dynamicTest("docs/testing.md says how many there are", this::checkDocumentation)));
    }

    private void checkPersons() throws InterruptedException {
        assertEquals(List.of(), seen().entrySet()
                .stream()
                .filter(each -> MatrixReport.canEndWell(each.getKey(), each.getValue())
                        && !each.getValue().endedWellByItself()
                        && WhyAPerson.of(each.getKey()).isEmpty())
                .map(each -> MatrixReport.summary(each.getKey(), each.getValue()))
                .toList());
    }

    private void checkDocumentation() throws IOException, InterruptedException {
        String count = new MatrixReport(expected, seen()).count();
        String text = Files.readString(DOCUMENTATION).replaceAll("\\s+", " ");
        assertTrue(text.contains("In " + count + " cells"), count);
        assertTrue(text.contains("all " + expected.size() + " cells"), () -> "all " + expected.size());
    }

    @AfterAll
    void writeReport() throws IOException, InterruptedException {
        threads.close();
        browser.close();
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, new MatrixReport(expected, seen()).text());
    }

    /** What was observed of all cells, once they have ended. */
    private Map<Cell, Observed> seen() throws InterruptedException {
        Map<Cell, Observed> seen = new LinkedHashMap<>();
        for (Map.Entry<Cell, Future<Observed>> each : running.entrySet()) {
            try {
                seen.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException crashed) {
                // The cell's own test has failed with it.
            }
        }
        return seen;
    }
}
