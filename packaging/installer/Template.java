package installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A file in {@code packaging} with placeholders such as {@code @VERSION@}. */
final class Template {
    private Template() {}

    /**
     * Writes a template with its placeholders filled. Lines that begin with # explain the template and are left out.
     *
     * @param values the placeholders' values by their names
     * @throws IllegalStateException if a placeholder has no value
     */
    static void fill(Path template, Path target, Map<String, String> values) throws IOException {
        String text = Files.readAllLines(template)
                .stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        if (text.matches("(?s).*@[A-Z_]+@.*")) {
            throw new IllegalStateException(target + " still has a placeholder");
        }
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }
}
