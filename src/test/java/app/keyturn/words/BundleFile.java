package app.keyturn.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of texts in one language. {@code LanguagesTest} says which languages there must be.
 *
 * @param own its texts
 * @param english the same texts in English
 */
record BundleFile(Path path, Locale locale, RawBundle own, RawBundle english) {

    /** The files of the program and of the practice world's pages, in every language. */
    static List<BundleFile> all() {
        return Stream.of("messages", "practice/pages").flatMap(BundleFile::named).toList();
    }

    boolean isEnglish() {
        return locale.equals(Locale.ENGLISH);
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }

    private static Stream<BundleFile> named(String bundle) {
        Path english = RawBundle.RESOURCES.resolve(bundle + ".properties");
        Pattern name = Pattern.compile(Path.of(bundle).getFileName() + "(?:_(\\w+))?\\.properties");
        try (Stream<Path> files = Files.list(english.resolveSibling(""))) {
            return files.flatMap(file -> name.matcher(file.getFileName().toString())
                    .results()
                    .map(found -> new BundleFile(file, locale(found.group(1)), RawBundle.read(file),
                            RawBundle.read(english))))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("NullAway") // a group that did not match is null
    private static Locale locale(String tag) {
        return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag.replace('_', '-'));
    }
}
