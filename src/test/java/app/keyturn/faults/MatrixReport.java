package app.keyturn.faults;

import app.keyturn.faults.Expected.Afterwards;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The matrix as people read it. */
final class MatrixReport {
    private static final String LEGEND = """
            # Faults, and what a person sees of them

            Every operation of a renewal at Microsoft (a section each) meets every fault. The renewal runs from the token
            at Apple to the green page through the program's own view models, sign-in and Graph client, over real
            encrypted connections, through a proxy that breaks them. *Once* strikes one request; *lasting* strikes every
            request of that operation until the person has read of it. `=` stands before what is as expected, `≠` before
            what is not. Where nobody notices, the program has mended it by itself. *Token*: whether the pasted token was
            still there when the person read it (it is let go of once it is saved). *PUT*, *start*: how many of them
            Microsoft had carried out by then. *Then*: where the offered action leads once the fault is gone. In all but
            one section the old token has run out and has stopped the sync, so that one start is due.
            """;

    private final Map<Cell, Expected> expected;
    private final Map<Cell, Observed> seen;

    MatrixReport(Map<Cell, Expected> expected, Map<Cell, Observed> seen) {
        this.expected = new LinkedHashMap<>(expected);
        this.seen = new LinkedHashMap<>(seen);
    }

    /** The cells that are not as they have to be, and how. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        seen.forEach((cell, what) -> {
            if (!what.wrong().isEmpty()) {
                wrong.add(cell + ": " + (what.told().isEmpty() ? "unnoticed" : what.told()) + " " + what.changed()
                        + ", PUTs " + what.puts() + ", starts " + what.starts() + ", " + what.afterwards() + ": "
                        + String.join("; ", what.wrong()));
            }
        });
        return wrong;
    }

    String text() {
        StringBuilder text = new StringBuilder(LEGEND);
        String section = "";
        for (Cell cell : expected.keySet()) {
            if (!cell.section().equals(section)) {
                section = cell.section();
                text.append("\n## ").append(section).append("\n\n").append(cell.operation().what()).append("\n\n");
                text.append(
                        "| fault | | what the person reads | changed | offered | token | PUT | start | seconds | then |")
                        .append("\n|---|---|---|---|---|---|---|---|---|---|\n");
            }
            text.append(row(cell));
        }
        return text.append(totals()).toString();
    }

    private String row(Cell cell) {
        Optional<Observed> what = Optional.ofNullable(seen.get(cell));
        if (what.isEmpty()) {
            return expected.get(cell) instanceof Expected.CannotHappen(String why) && !cell.lasting()
                    ? "| " + cell.fault().words() + " | – | cannot happen: " + why + " | | | | | | | |\n"
                    : "";
        }
        Observed it = what.get();
        String mark = it.wrong().isEmpty() ? "= " : "≠ ";
        String told = it.told().isEmpty()
                ? it.changed().isEmpty() ? "nothing, nobody notices" : "the first sync was not seen yet"
                : "`" + it.told() + "`";
        return "| " + String.join(" | ", cell.fault().words(), cell.form(), mark + told, words(it.changed()),
                words(it.action()), it.token(), Integer.toString(it.puts()), Integer.toString(it.starts()),
                String.format(Locale.ROOT, "%.1f", it.back().toMillis() / 1000.0),
                it.afterwards() + why(cell)
                        + (it.wrong().isEmpty() ? "" : " **" + String.join("; ", it.wrong()) + "**"))
                + " |\n";
    }

    private String why(Cell cell) {
        return expected.get(cell) instanceof Expected.Told told
                && told.afterwards() instanceof Afterwards.NoFurther(String reason) ? ": " + reason : "";
    }

    private String totals() {
        long impossible = count(Expected.CannotHappen.class::isInstance);
        return "\n## Totals\n\n| | cells |\n|---|---|\n| as expected | " + (seen.size() - wrong().size())
                + " |\n| not as expected | " + wrong().size() + " |\n| nobody notices | "
                + count(Expected.Unnoticed.class::isInstance) + " |\n| the person is told | "
                + count(Expected.Told.class::isInstance) + " |\n| cannot happen | " + impossible + " |\n| all | "
                + expected.size() + " |\n";
    }

    private long count(Predicate<Expected> kind) {
        return expected.values().stream().filter(kind).count();
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
