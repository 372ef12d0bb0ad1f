package app.keyturn.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's files, to look up what the documentation names. */
final class SourceTree {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "app", "keyturn");
    private static final Path PACKAGES = Path.of("src", "main", "java", "app", "keyturn");

    /** A type with the packages before it and the nested types or members after it; "…" and "*" stand for any text. */
    private static final Pattern TYPE = Pattern
            .compile("((?:[a-z][a-z0-9]*\\.)*)([…*]?[A-Z][A-Za-z0-9…*]*[a-z…*][A-Za-z0-9…*]*)((?:\\.\\w+)*)");
    private static final Pattern PACKAGE = Pattern.compile("([a-z][a-z0-9]*)(\\.[a-z][a-z0-9]*)+");
    private static final Pattern FILE = Pattern.compile("[\\w-]+\\.(java|sh|ps1|yml|md|pro|css)");
    private static final Pattern PATH = Pattern.compile("\\.?[A-Za-z][\\w-]*/[\\w./-]*");

    private final List<Path> files = Stream
            .of("src", "packaging", "docs", "icons", ".ci", ".github", "pom.xml", "README.md", "CHANGELOG.md",
                    "CONTRIBUTING.md", "SECURITY.md")
            .flatMap(root -> files(Path.of(root)))
            .toList();

    /** False if a code span looks like the name of a type, package or file of ours and there is none. */
    boolean has(String span) {
        Matcher type = TYPE.matcher(span);
        if (type.matches()) {
            String packages = type.group(1).replace('.', '/');
            Pattern name = Pattern.compile(".*/" + packages + type.group(2).replaceAll("[…*]", "\\\\w*") + "\\.java");
            return files.stream()
                    .filter(file -> name.matcher(slashes(file)).matches())
                    .anyMatch(file -> declaresAll(file, type.group(3)));
        }
        Matcher dotted = PACKAGE.matcher(span);
        if (dotted.matches() && Files.isDirectory(PACKAGES.resolve(dotted.group(1))) && !span.endsWith(".properties")) {
            return Files.isDirectory(PACKAGES.resolve(span.replace('.', '/')));
        }
        if (FILE.matcher(span).matches()) {
            return files.stream().anyMatch(file -> file.endsWith(span));
        }
        return !PATH.matcher(span).matches() || span.startsWith("target/") || Files.exists(Path.of(span))
                || Files.exists(RESOURCES.resolve(span));
    }

    /** Whether a type has a file of its own. */
    boolean hasType(String simpleName) {
        return files.stream().anyMatch(file -> file.endsWith(simpleName + ".java"));
    }

    private static boolean declaresAll(Path file, String members) {
        String source = text(file);
        return Pattern.compile("\\.")
                .splitAsStream(members)
                .filter(member -> !member.isEmpty())
                .allMatch(member -> Pattern.compile("\\b" + member + "\\b").matcher(source).find());
    }

    private static String slashes(Path file) {
        return "/" + file.toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
