package app.keyturn.visual;

import app.keyturn.walkthrough.PngEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/**
 * Pictures of inspected windows, for people, in {@code target/gallery} with an index page. Every run adds a few,
 * {@code mvn -Pgallery} all of them. Several processes add pictures; each rewrites the index from all that are there.
 */
public final class Gallery {
    private static final Path FOLDER = Path.of("target", "gallery");
    private static final boolean ALL = Boolean.getBoolean("gallery");
    private static final String ENDING = ".png";

    private Gallery() {}

    /** True if every picture is wanted. */
    static boolean isComplete() {
        return ALL;
    }

    /** True if a picture of this variant is wanted. */
    static boolean wantsPicture(Variant variant) {
        return ALL || variant.isPictured();
    }

    /** Adds a picture of a window. */
    static void add(String state, Variant variant, Image picture) {
        add(state, variant.toString(), PngEncoder.of(picture));
    }

    /**
     * Adds another picture.
     *
     * @param state what it shows; it begins the file's name
     * @param variant its column in the index; without dots
     * @param png the picture
     */
    public static void add(String state, String variant, byte[] png) {
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(state + "." + variant + ENDING), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the index page. */
    public static void writeIndex() {
        try {
            if (Files.isDirectory(FOLDER)) {
                Path made = Files.createTempFile(FOLDER, "index", ".html");
                Files.writeString(made, page(pictures()));
                Files.move(made, FOLDER.resolve("index.html"), StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pictured variants of each state. */
    private static Map<String, List<String>> pictures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .collect(Collectors.groupingBy(name -> name.substring(0, name.lastIndexOf('.')), TreeMap::new,
                            Collectors.mapping(name -> name.substring(name.lastIndexOf('.') + 1),
                                    Collectors.toList())));
        }
    }

    private static String page(Map<String, List<String>> pictures) {
        List<String> variants = pictures.values()
                .stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparingInt(Gallery::columnOrder).thenComparing(Comparator.naturalOrder()))
                .toList();
        String choices = variants.stream()
                .map(variant -> "<label><input type=\"checkbox\" checked value=\"%1$s\">%1$s</label>"
                        .formatted(variant))
                .collect(Collectors.joining("\n"));
        String heads = variants.stream()
                .map(variant -> "<th class=\"%1$s\">%1$s</th>".formatted(variant))
                .collect(Collectors.joining());
        String rows = pictures.entrySet()
                .stream()
                .map(row -> "<tr><th>%s</th>%s</tr>".formatted(row.getKey(), variants.stream()
                        .map(variant -> cell(row.getKey(), variant, row.getValue().contains(variant)))
                        .collect(Collectors.joining())))
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Keyturn: every page in every variant</title>
                <style>
                body { font: 15px sans-serif; margin: 1.5em; background: #eee; color: #222; }
                fieldset { display: flex; flex-wrap: wrap; gap: .2em 1.2em; margin-bottom: 1.5em; }
                table { border-collapse: collapse; }
                th, td { padding: .4em; text-align: left; vertical-align: top; }
                thead th { position: sticky; top: 0; background: #eee; }
                tbody th { position: sticky; left: 0; background: #eee; max-width: 12em; }
                img { width: 32em; border: 1px solid #888; background: #fff; }
                .off { display: none; }
                </style>
                <h1>Every page in every variant</h1>
                <p>%d pages and states, each in a window high enough to show all of it, and receipts as they are
                printed.</p>
                <p><label>Filter by name <input id="words" placeholder="200, or dark, or de-"></label></p>
                <fieldset id="choices"><legend>Variants</legend>
                %s
                </fieldset>
                <table>
                <thead><tr><th>Page, state</th>%s</tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                <script>
                const boxes = [...document.querySelectorAll('#choices input')];
                const show = box => document.querySelectorAll('.' + box.value)
                    .forEach(cell => cell.classList.toggle('off', !box.checked));
                boxes.forEach(box => box.onchange = () => show(box));
                document.getElementById('words').oninput = typed => boxes.forEach(box => {
                  box.checked = box.value.includes(typed.target.value.trim());
                  show(box);
                });
                </script>
                </html>
                """.formatted(pictures.size(), choices, heads, rows);
    }

    /** Variants that every run pictures come first. */
    private static int columnOrder(String variant) {
        return List.of("en-light-100", "de-light-200", "ja-light-100").contains(variant) ? 0 : 1;
    }

    private static String cell(String state, String variant, boolean there) {
        String file = state + "." + variant + ENDING;
        return there
                ? "<td class=\"%1$s\"><a href=\"%2$s\"><img src=\"%2$s\" loading=\"lazy\" alt=\"%3$s, %1$s\"></a></td>"
                        .formatted(variant, file, state)
                : "<td class=\"%s\">–</td>".formatted(variant);
    }
}
