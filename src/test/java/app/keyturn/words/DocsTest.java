package app.keyturn.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links in the documentation lead somewhere, what it names exists, and the README stays short. */
class DocsTest {
    private static final Path ROOT = Path.of("");
    private static final Path DOCS = Path.of("docs");
    private static final Path GITHUB = Path.of(".github");
    private static final Path README = Path.of("README.md");
    private static final int FEWEST_WORDS = 600;
    private static final int MOST_WORDS = 900;

    /** Capitalised names in code spans that are not ours. */
    private static final Set<String> OUTSIDE_NAMES = Set.of(
            // Java and libraries
            "Clock", "String", "GraphServiceClient", "OkHttpClient",
            // HTTP headers, and Linux's measure of memory
            "Date", "Host", "Retry-After", "Pss",
            // Microsoft Graph
            "BaseAddress", "SecretToken", "SyncAll", "SyncNotificationSettings", "Succeeded", "EntryLevelErrors",
            "Application.Read.All", "Synchronization.ReadWrite.All", "User.Read", "Unauthorized", "Forbidden",
            "QuarantineOnDemand", "QuarantinedOnDemand",
            // the program on Windows
            "Keyturn.exe",
            // endings that names must not have
            "Manager", "Helper", "Util", "Impl");

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK_TARGET = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");
    private static final Pattern PROFILE = Pattern.compile("\\bmvn\\b.* -P(\\w+)");
    private static final Pattern TEST_CLASS = Pattern.compile("-Dtest=(\\w+)");
    private static final Pattern LAW = Pattern.compile("LAW = table\\(\"\"\"\n(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern ELSEWHERE = Pattern.compile("(https?|mailto):.*");

    @Test
    void everyRelativeLinkLeadsToAFileAndItsHeading() {
        List<String> broken = pages().stream()
                .flatMap(page -> relativeLinks(page).filter(link -> !leads(page, link))
                        .map(link -> page + ": " + link))
                .toList();
        assertEquals(List.of(), broken);
    }

    @Test
    void theIndexLinksToEveryPage() {
        assertEquals(pagesIn(DOCS), linkedFrom(DOCS.resolve("index.md"), DOCS));
    }

    @Test
    void theIndexOfDecisionsLinksToEveryDecision() {
        Path decisions = DOCS.resolve("decisions");
        assertEquals(pagesIn(decisions), linkedFrom(decisions.resolve("index.md"), decisions));
    }

    @Test
    void everyDecisionSaysWhatWhyAndWhatWasNotChosen() {
        pagesIn(DOCS.resolve("decisions")).forEach(page -> {
            List<String> headings = headings(text(page));
            assertEquals(List.of("What", "Why", "Not chosen"), headings.subList(1, headings.size()), page::toString);
            assertTrue(headings.getFirst().startsWith(page.getFileName().toString().substring(0, 4)), page::toString);
        });
    }

    /** The page of problems consists of the program's texts and Microsoft's names; it has a test of its own. */
    @Test
    void everyTypeFileAndPackageNamedInACodeSpanExists() {
        SourceTree tree = new SourceTree();
        List<String> missing = pages().stream()
                .filter(page -> !page.endsWith("problems.md"))
                .flatMap(page -> codeSpans(page)
                        .filter(span -> !OUTSIDE_NAMES.contains(span) && !tree.has(span))
                        .map(span -> page + ": " + span))
                .toList();
        assertEquals(List.of(), missing, "a name from outside belongs in OUTSIDE_NAMES");
    }

    @Test
    void everyProfileAndTestInACommandExists() {
        SourceTree tree = new SourceTree();
        String pom = text(Path.of("pom.xml"));
        List<String> missing = pages().stream()
                .flatMap(page -> Stream.concat(
                        found(PROFILE, page).filter(profile -> !pom.contains("<id>" + profile + "</id>")),
                        found(TEST_CLASS, page).filter(test -> !tree.hasType(test)))
                        .map(name -> page + ": " + name))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void thePackageLawIsTheOneThatIsTested() {
        Matcher law = LAW.matcher(text(Path.of("src/test/java/app/keyturn/ArchitectureTest.java")));
        assertTrue(law.find());
        String block = "```\n" + law.group(1).stripIndent().strip() + "\n```";
        assertTrue(text(DOCS.resolve("architecture.md")).contains(block), () -> "architecture.md lacks:\n" + block);
    }

    @Test
    void theReadmeStaysShort() {
        String words = LINK_TARGET.matcher(withoutCodeBlocks(text(README))).replaceAll("]");
        long count = WORD.matcher(words).results().count();
        assertTrue(count >= FEWEST_WORDS && count <= MOST_WORDS, () -> "words in README: " + count);
    }

    /** The first group of every match on a page. */
    private static Stream<String> found(Pattern pattern, Path page) {
        return pattern.matcher(text(page)).results().map(match -> match.group(1));
    }

    private static Stream<String> codeSpans(Path page) {
        return CODE_SPAN.matcher(withoutCodeBlocks(text(page)))
                .results()
                .map(span -> span.group().substring(1, span.group().length() - 1));
    }

    private static Stream<String> relativeLinks(Path page) {
        String prose = CODE_SPAN.matcher(withoutCodeBlocks(text(page))).replaceAll("");
        return LINK_TARGET.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches());
    }

    private static boolean leads(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    private static Set<String> anchors(Path page) {
        return headings(text(page)).stream().map(DocsTest::anchor).collect(Collectors.toSet());
    }

    /** As GitHub does it: lower case, hyphens for blanks, no punctuation. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private static List<String> headings(String text) {
        return HEADING.matcher(withoutCodeBlocks(text)).results().map(found -> found.group(1)).toList();
    }

    /** The pages in a folder to which an index links. */
    private static Set<Path> linkedFrom(Path index, Path folder) {
        return relativeLinks(index).filter(link -> link.endsWith(".md"))
                .map(link -> index.resolveSibling(link).normalize())
                .filter(page -> folder.equals(page.getParent()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pages in a folder, without its index. */
    private static Set<Path> pagesIn(Path folder) {
        return markdown(folder, 1).filter(page -> !page.endsWith("index.md"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> pages() {
        return Stream.of(markdown(ROOT, 1), markdown(DOCS, Integer.MAX_VALUE), markdown(GITHUB, Integer.MAX_VALUE))
                .flatMap(found -> found)
                .sorted()
                .toList();
    }

    private static Stream<Path> markdown(Path folder, int depth) {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(file -> file.toString().endsWith(".md")).map(Path::normalize).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutCodeBlocks(String text) {
        return CODE_BLOCK.matcher(text).replaceAll("");
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
