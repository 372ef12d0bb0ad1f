package installer;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Packs the style sheets in the form in which JavaFX needs not parse them (BSS): it takes that where it lies beside a sheet.
 * Of AtlantaFX's look, which has something for every control there is, only what Keyturn's controls need is in it; the sheet
 * itself stays whole.
 */
final class CompiledStyleSheets {
    private static final Pattern LOOK = Pattern.compile("atlantafx/base/theme/.*\\.css");
    /** Not fonts.css: the other form would keep the address that the letters had when it was made. */
    private static final Pattern OURS = Pattern.compile("app/keyturn/(theme(-[a-z]+)?|guide)\\.css");
    /** Controls that Keyturn has none of, as a selector for them begins; some of the names mean other things within others. */
    private static final Pattern LEFT_OUT = Pattern.compile("\\s*\\.(accordion|alert|area-legend-symbol|bar-chart|bb-code|breadcrumbs|bubble-"
            + "legend-symbol|calendar|chart|choice-box|color-p|custom-color-dialog|default-color|dialog-pane|html-editor|ikonli|menu-bar"
            + "|modal-|notification|pagination|popover|ring-progress|segmented-control|slider|spinner|split-|stacked-bar-chart|tab-|"
            + "table-|tile-|toggle-|tool-bar|tree-)[a-z0-9-]*.*", Pattern.DOTALL);
    private static final Pattern THEIR_CLASSES = Pattern.compile("javafx[./]scene[./](chart[./]|web[./]|control[./](Accordion|Alert|Choice(Box"
            + "|Dialog)|ColorPicker|Dialog|MenuBar|Pagination|Slider|Spinner|Split|Tab|ToggleButton|ToolBar|Tree|TextInputDialog))"
            + "|atlantafx[./]base[./]controls");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

    private CompiledStyleSheets() {}

    /**
     * Adds that form of each sheet to a jar.
     *
     * @param libraries JavaFX's jars among others
     * @param work a folder for what is needed on the way
     */
    static void pack(JarContents jar, List<Path> libraries, Path work) throws IOException {
        Files.createDirectories(work);
        Map<String, Path> made = new TreeMap<>();
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : jar.entries().entrySet()) {
            boolean look = LOOK.matcher(entry.getKey()).matches();
            if (look || OURS.matcher(entry.getKey()).matches()) {
                String sheet = new String(entry.getValue(), StandardCharsets.UTF_8);
                Path source = Files.writeString(work.resolve(made.size() + ".css"), look ? needed(sheet) : sheet);
                Path target = work.resolve(made.size() + ".bss");
                made.put(entry.getKey().replaceAll("css$", "bss"), target);
                arguments.addAll(List.of(source.toString(), target.toString()));
            }
        }
        String javafx = libraries.stream().filter(RuntimeImage::isJavaFx).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--module-path", javafx, "--add-modules", "javafx.graphics",
                Path.of("packaging", "installer", "StyleSheetCompiler.java").toString()));
        command.addAll(arguments);
        Commands.run(command, Map.of());
        for (Map.Entry<String, Path> sheet : made.entrySet()) {
            jar.entries().put(sheet.getKey(), Files.readAllBytes(sheet.getValue()));
        }
    }

    /** The rules for which there is a control here; of a rule for several, the part for those that there are. */
    private static String needed(String sheet) {
        StringBuilder needed = new StringBuilder();
        Matcher rules = RULE.matcher(COMMENT.matcher(sheet).replaceAll(""));
        while (rules.find()) {
            String selectors = Arrays.stream(rules.group(1).split(",")).filter(it -> !LEFT_OUT.matcher(it).matches())
                    .collect(Collectors.joining(","));
            if (!selectors.isBlank()) {
                needed.append(selectors).append('{').append(rules.group(2)).append("}\n");
            }
        }
        return needed.toString();
    }

    /** Fails if the program has a control whose style is left out. */
    static void check(JarContents ours) {
        List<String> wrong = new ArrayList<>();
        ours.entries().forEach((name, content) -> {
            Matcher named = THEIR_CLASSES.matcher(new String(content, StandardCharsets.ISO_8859_1));
            if (name.matches(".*\\.(class|fxml)") && named.find()) {
                wrong.add(name + " names " + named.group());
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("CompiledStyleSheets.java leaves out what is needed: " + String.join(", ", wrong));
        }
    }
}
