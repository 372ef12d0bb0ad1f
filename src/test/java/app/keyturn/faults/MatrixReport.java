package app.keyturn.faults;

import app.keyturn.faults.Expected.Afterwards;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The matrix as Markdown. */
final class MatrixReport {
    private static final String LEGEND = """
            # Faults, and what the user sees of them

            Each section is an operation of a renewal at Microsoft; every operation meets every fault. The renewal
            runs from the token at Apple to the done page through the real view models, sign-in and Graph client, over
            TLS, through a proxy that injects the fault. *Once* and *twice* hit one request and two; *60 s* hits every
            request of that operation until a minute after the first one, of a clock that only pauses move; *lasting*
            hits every request until the user has seen the problem. `=` marks what is as expected, `≠` what is not. Where a
            fault stays unnoticed, the program has recovered by itself. *Token*: whether the pasted token was still
            there when the user saw the problem (it is forgotten once it is saved). *PUT*, *start*: how many of them
            Microsoft had carried out by then. *Then*: where the offered action leads once the fault is gone. In all
            sections but one the old token has expired and has stopped the sync, so one start is due. Green means
            more than the page: Microsoft has the new token, the number of saves and starts is right, no rule was
            broken, and receipt and expiry book say what the practice services saw.

            """;

    private final Map<Cell, Expected> expected;
    private final Map<Cell, Observed> seen;

    MatrixReport(Map<Cell, Expected> expected, Map<Cell, Observed> seen) {
        this.expected = new LinkedHashMap<>(expected);
        this.seen = new LinkedHashMap<>(seen);
    }

    /** What was observed of a cell, and what is wrong with it. */
    static String summary(Cell cell, Observed observed) {
        return cell + ": " + (observed.told().isEmpty() ? "unnoticed" : observed.told()) + " " + observed.changed()
                + ", PUTs " + observed.puts() + ", starts " + observed.starts() + ", " + observed.afterwards() + ": "
                + String.join("; ", observed.wrong());
    }

    String text() {
        StringBuilder text = new StringBuilder(LEGEND);
        String section = "";
        for (Cell cell : expected.keySet()) {
            if (!cell.section().equals(section)) {
                section = cell.section();
                text.append("\n## ")
                        .append(section)
                        .append("\n\n")
                        .append(cell.operation().description())
                        .append("\n\n");
                text.append(
                        "| fault | | what the user reads | changed | offered | token | PUT | start | seconds | then |")
                        .append("\n|---|---|---|---|---|---|---|---|---|---|\n");
            }
            text.append(row(cell));
        }
        return text.append(totals()).append(persons()).toString();
    }

    private String row(Cell cell) {
        Optional<Observed> what = Optional.ofNullable(seen.get(cell));
        if (what.isEmpty()) {
            return expected.get(cell) instanceof Expected.CannotHappen(String why) && cell.frequency() == Frequency.ONCE
                    ? "| " + cell.fault().label() + " | – | cannot happen: " + why + " | | | | | | | |\n"
                    : "";
        }
        Observed it = what.get();
        String mark = it.wrong().isEmpty() ? "= " : "≠ ";
        String told = it.told().isEmpty()
                ? it.changed().isEmpty() ? "nothing, unnoticed" : "the first sync was not seen yet"
                : "`" + it.told() + "`";
        return "| "
                + String.join(" | ", cell.fault().label(), cell.frequency().label(), mark + told, label(it.changed()),
                        label(it.action()), it.token(), Integer.toString(it.puts()), Integer.toString(it.starts()),
                        String.format(Locale.ROOT, "%.1f", it.elapsed().toMillis() / 1000.0),
                        it.afterwards() + why(cell)
                                + (it.wrong().isEmpty() ? "" : " **" + String.join("; ", it.wrong()) + "**"))
                + " |\n";
    }

    private String why(Cell cell) {
        return expected.get(cell) instanceof Expected.Reported told
                && told.afterwards() instanceof Afterwards.NoFurther(String reason) ? ": " + reason : "";
    }

    private String totals() {
        long whyImpossible = countExpected(Expected.CannotHappen.class::isInstance);
        long wrong = seen.values().stream().filter(each -> !each.wrong().isEmpty()).count();
        return "\n## Totals\n\n| | cells |\n|---|---|\n| as expected | " + (seen.size() - wrong)
                + " |\n| not as expected | " + wrong + " |\n| unnoticed | "
                + countExpected(Expected.Unnoticed.class::isInstance) + " |\n| the user is told | "
                + countExpected(Expected.Reported.class::isInstance) + " |\n| cannot happen | " + whyImpossible
                + " |\n| all | "
                + expected.size() + " |\n";
    }

    /** True if the fault passes, or the renewal can end well while it lasts. */
    static boolean canEndWell(Cell cell, Observed observed) {
        return cell.frequency().passes() || observed.endedWellByItself();
    }

    /** In how many of the cells in which a renewal can end well the user need not do anything. */
    String count() {
        return count(Observed::endedWellByItself) + " of " + count(_ -> true);
    }

    private long count(Predicate<Observed> which) {
        return seen.entrySet()
                .stream()
                .filter(each -> canEndWell(each.getKey(), each.getValue()) && which.test(each.getValue()))
                .count();
    }

    private String persons() {
        Map<String, Long> reasons = new TreeMap<>();
        seen.forEach((cell, observed) -> {
            if (canEndWell(cell, observed) && !observed.endedWellByItself()) {
                reasons.merge(WhyAPerson.of(cell).orElse("**no reason**"), 1L, Long::sum);
            }
        });
        StringBuilder text = new StringBuilder("""

                ## Who has to do something

                A renewal can end well if the fault passes, or if it is possible without what lasts.\
                """);
        text.append(" In ")
                .append(count())
                .append(" such cells it ends well by itself. In the others:\n\n")
                .append("| why a person is needed | cells |\n|---|---|\n");
        reasons.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(reason -> text.append("| ")
                        .append(reason.getKey())
                        .append(" | ")
                        .append(reason.getValue())
                        .append(" |\n"));
        return text.toString();
    }

    private long countExpected(Predicate<Expected> kind) {
        return expected.values().stream().filter(kind).count();
    }

    private static String label(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
