package installer;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds style sheets in JavaFX's binary form (BSS), which JavaFX prefers to the text beside it and does not have to
 * parse. AtlantaFX has rules for every control there is; its binary form gets only those for the controls that Keyturn
 * uses.
 */
final class CompiledStyleSheets {
    private static final String UNUSED = "unused-controls.txt";
    private static final Predicate<String> THEME = Pattern.compile("atlantafx/base/theme/.*\\.css").asMatchPredicate();
    /** Not fonts.css: the binary form would keep the fonts' addresses of the build. */
    private static final Predicate<String> OURS = Pattern.compile("app/keyturn/([a-z]+/)*(theme(-[a-z]+)?|guide)\\.css")
            .asMatchPredicate();
    private static final Predicate<String> CODE = Pattern.compile(".*\\.(class|fxml)").asMatchPredicate();
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern COMMA = Pattern.compile(",");

    private final String javaFx;
    private final List<String> unusedSelectors;
    private final List<String> unusedClasses;

    /** Takes JavaFX from among the libraries. */
    CompiledStyleSheets(List<Path> libraries) throws IOException {
        javaFx = libraries.stream()
                .filter(RuntimeImage::isJavaFx)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Map<Boolean, List<String>> unused = ListFile.read(UNUSED)
                .stream()
                .collect(Collectors.partitioningBy(line -> line.startsWith(".")));
        unusedSelectors = unused.getOrDefault(true, List.of());
        unusedClasses = unused.getOrDefault(false, List.of());
    }

    /**
     * The jar with the compiled sheets.
     *
     * @param work a folder for intermediate files
     */
    JarContents addTo(JarContents jar, Path work) throws IOException {
        Files.createDirectories(work);
        Map<String, Path> results = new TreeMap<>();
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : jar.entries().entrySet()) {
            boolean theme = THEME.test(entry.getKey());
            if (theme || OURS.test(entry.getKey())) {
                String sheet = new String(entry.getValue(), StandardCharsets.UTF_8);
                Path source = Files.writeString(work.resolve(results.size() + ".css"), theme ? used(sheet) : sheet);
                Path result = work.resolve(results.size() + ".bss");
                results.put(entry.getKey().replaceAll("css$", "bss"), result);
                files.addAll(List.of(source.toString(), result.toString()));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalStateException("There are no style sheets to compile");
        }
        Commands.java(List.of("--module-path", javaFx, "--add-modules", "javafx.graphics"), StyleSheetCompiler.class,
                files, Map.of());
        Map<String, byte[]> compiled = new TreeMap<>();
        for (Map.Entry<String, Path> result : results.entrySet()) {
            compiled.put(result.getKey(), Files.readAllBytes(result.getValue()));
        }
        return jar.with(compiled);
    }

    /** The rules for the controls that are used; of a rule for several controls, the selectors of those. */
    private String used(String sheet) {
        StringBuilder used = new StringBuilder();
        Matcher rules = RULE.matcher(COMMENT.matcher(sheet).replaceAll(""));
        while (rules.find()) {
            String selectors = COMMA.splitAsStream(rules.group(1))
                    .filter(it -> !startsWithUnused(it.strip()))
                    .collect(Collectors.joining(","));
            if (!selectors.isBlank()) {
                used.append(selectors).append('{').append(rules.group(2)).append("}\n");
            }
        }
        return used.toString();
    }

    private boolean startsWithUnused(String selector) {
        return unusedSelectors.stream().anyMatch(selector::startsWith);
    }

    /** Fails if the program names a control whose style is left out. */
    void checkUnused(JarContents program) {
        List<String> wrong = program.entries()
                .entrySet()
                .stream()
                .filter(entry -> CODE.test(entry.getKey()))
                .flatMap(entry -> unusedClassesIn(entry.getValue()).map(name -> entry.getKey() + " names " + name))
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(UNUSED + " leaves out what is needed: " + String.join(", ", wrong));
        }
    }

    private Stream<String> unusedClassesIn(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1).replace('/', '.');
        return unusedClasses.stream().filter(text::contains);
    }
}
