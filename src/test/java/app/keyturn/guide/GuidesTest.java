package app.keyturn.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Portal;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every guide and every picture there is: a new one has only to be put beside the others. */
class GuidesTest {
    private static final Path FOLDER = Path.of("src/main/resources/app/keyturn/guide");

    private final Messages messages = Messages.in(Locale.ENGLISH);

    static List<Path> guides() throws IOException {
        return files(FOLDER, ".json").filter(file -> !file.endsWith("index.json")).toList();
    }

    static List<Path> pictures() throws IOException {
        return files(FOLDER.resolve("pictures"), ".fxml").toList();
    }

    static List<Guide> all() {
        return Arrays.stream(Portal.values()).flatMap(portal -> Guides.forPortal(portal).stream()).toList();
    }

    @Test
    void everyFileIsInTheIndexOnce() throws IOException {
        List<String> named = JsonParser.parseString(Files.readString(FOLDER.resolve("index.json")))
                .getAsJsonArray()
                .asList()
                .stream()
                .map(JsonElement::getAsString)
                .sorted()
                .toList();
        assertEquals(guides().stream().map(GuidesTest::name).sorted().toList(), named);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void aFileIsNamedAfterItsPortalAndVersion(Path file) throws IOException {
        Guide guide = GuideFile.read(Files.readString(file));
        assertEquals(guide.portal().name().toLowerCase(Locale.ROOT) + "-" + guide.version(), name(file));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void aMemberThatIsNotKnownIsRefusedAndSoIsAMissingOne(Path file) throws IOException {
        String json = Files.readString(file);
        assertThrows(IllegalArgumentException.class,
                () -> GuideFile.read(json.replaceFirst("\\{", "{\"stepz\": [],")));
        assertThrows(IllegalArgumentException.class, () -> GuideFile.read(json.replaceFirst("\"sources\"", "\"x\"")));
        assertThrows(IllegalArgumentException.class,
                () -> GuideFile.read(json.replaceFirst("\"words\"", "\"tip\": \"\", \"words\"")));
        assertThrows(IllegalArgumentException.class, () -> GuideFile.read("[]"));
        assertThrows(IllegalArgumentException.class, () -> GuideFile.read(json.substring(1)));
    }

    @ParameterizedTest
    @EnumSource(Portal.class)
    void everyPortalHasGuidesTheNewestFirst(Portal portal) {
        List<YearMonth> seen = Guides.forPortal(portal).stream().map(Guide::lastSeen).toList();
        assertFalse(seen.isEmpty());
        assertEquals(seen.stream().sorted(Comparator.reverseOrder()).distinct().toList(), seen);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aGuideWasSeenInThePastBySomebodyItNames(Guide guide) {
        assertFalse(guide.lastSeen().isAfter(YearMonth.now(Clock.systemUTC())), guide.lastSeen().toString());
        assertFalse(guide.sources().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theWordsOfAGuideAreThere(Guide guide) {
        guide.messageKeys().forEach(key -> assertFalse(messages.text(key).isBlank(), key));
        assertEquals(guide.steps().size(), Set.copyOf(guide.steps()).size(), "a step stands there once");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theLandmarksAreScimTheDateAndTheAddressOfThePortal(Guide guide) {
        String words = words(guide.landmarks().stream());
        assertTrue(words.contains("SCIM"), words);
        assertTrue(words.contains("expires on"), words);
        assertTrue(words.contains(URI.create(guide.portal().tenantUrl().text()).getPath()), words);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theWarningsAreOfDisconnectAndRevoke(Guide guide) {
        String words = words(guide.warnings().stream());
        assertTrue(words.contains("*Disconnect*"), words);
        assertTrue(words.contains("*Revoke*"), words);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theStepsNameTheSiteBothButtonsTheLongestLifeAndTheCopy(Guide guide) {
        String words = words(guide.steps().stream().map(Guide.Step::textKey));
        for (String name : List.of(guide.portal().site().getHost(), "*Generate Token*", "*+ Client Secret*",
                "12 months", "*Copy*", "SCIM")) {
            assertTrue(words.contains(name), name);
        }
    }

    @Test
    void aThirdTokenIsToldOfWithWhichOfTheTwoMayGo() {
        for (Guide guide : all()) {
            assertTrue(guide.troubleshooting().contains("apple.otherwise.two"), guide.version());
        }
        String words = messages.text("apple.otherwise.two");
        assertTrue(words.contains("does not show as active") && words.contains("nothing is broken"), words);
    }

    @Test
    void everyPictureIsUsedAndEveryOneUsedIsThere() throws IOException {
        Set<String> used = Stream
                .concat(all().stream().flatMap(guide -> guide.steps().stream().map(Guide.Step::picture)),
                        Stream.of(Picture.TWO_TOKENS, Picture.LANDMARKS))
                .map(Picture::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(pictures().stream().map(GuidesTest::name).collect(Collectors.toCollection(TreeSet::new)), used);
    }

    /** Apple's names are not translated, so they cannot differ between a picture and the words about it. */
    @ParameterizedTest
    @MethodSource("pictures")
    void thereAreNoWordsInAPictureButNamesThatTheGuidesName(Path file) throws IOException {
        Set<String> named = new HashSet<>(Set.of("$site", "$address", "expires on", "Close"));
        String words = words(all().stream().flatMap(guide -> guide.messageKeys().stream()).distinct());
        Pattern.compile("text=\"([^\"]*)\"")
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .filter(text -> !text.matches("\\d|[• ]+") && !named.contains(text))
                .forEach(text -> assertTrue(words.contains(text), text));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureHasWordsForThoseWhoCannotSeeItAndARingForEachNumber(Path file) throws IOException {
        String picture = Files.readString(file);
        assertFalse(messages.text(new Picture(name(file)).altTextKey()).isBlank());
        assertTrue(count(picture, "drawing-number") > 0);
        assertTrue(count(picture, "drawing-target") == count(picture, "drawing-number") || name(file).equals(
                Picture.TWO_TOKENS.name()));
    }

    private static long count(String text, String part) {
        return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
    }

    private String words(Stream<String> keys) {
        return keys.map(key -> messages.text(key)).collect(Collectors.joining(" "));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }
}
