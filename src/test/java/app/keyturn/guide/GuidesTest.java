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

/** Tests every guide and every picture: new ones are found by themselves. */
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
        Guide guide = GuideJson.parse(Files.readString(file));
        assertEquals(guide.portal().name().toLowerCase(Locale.ROOT) + "-" + guide.version(), name(file));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void anUnknownOrMissingMemberIsAnError(Path file) throws IOException {
        String json = Files.readString(file);
        assertThrows(IllegalArgumentException.class,
                () -> GuideJson.parse(json.replaceFirst("\\{", "{\"stepz\": [],")));
        assertThrows(IllegalArgumentException.class, () -> GuideJson.parse(json.replaceFirst("\"sources\"", "\"x\"")));
        assertThrows(IllegalArgumentException.class,
                () -> GuideJson.parse(json.replaceFirst("\"words\"", "\"tip\": \"\", \"words\"")));
        assertThrows(IllegalArgumentException.class, () -> GuideJson.parse("[]"));
        assertThrows(IllegalArgumentException.class, () -> GuideJson.parse(json.substring(1)));
    }

    @ParameterizedTest
    @EnumSource(Portal.class)
    void everyPortalHasGuidesAndTheNewestIsFirst(Portal portal) {
        List<YearMonth> lastSeen = Guides.forPortal(portal).stream().map(Guide::lastSeen).toList();
        assertFalse(lastSeen.isEmpty());
        assertEquals(lastSeen.stream().sorted(Comparator.reverseOrder()).distinct().toList(), lastSeen);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aGuideWasSeenInThePastAndNamesItsSources(Guide guide) {
        assertFalse(guide.lastSeen().isAfter(YearMonth.now(Clock.systemUTC())), guide.lastSeen().toString());
        assertFalse(guide.sources().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void allMessagesOfAGuideExist(Guide guide) {
        guide.messageKeys().forEach(key -> assertFalse(messages.text(key).isBlank(), key));
        assertEquals(guide.steps().size(), Set.copyOf(guide.steps()).size(), "no step is repeated");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theLandmarksAreScimTheDateAndThePortalsAddress(Guide guide) {
        String text = text(guide.landmarks().stream());
        assertTrue(text.contains("SCIM"), text);
        assertTrue(text.contains("expires on"), text);
        assertTrue(text.contains(URI.create(guide.portal().tenantUrl().text()).getPath()), text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theWarningsNameDisconnectAndRevoke(Guide guide) {
        String text = text(guide.warnings().stream());
        assertTrue(text.contains("*Disconnect*"), text);
        assertTrue(text.contains("*Revoke*"), text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theStepsNameTheSiteBothButtonsTheLongestValidityAndCopying(Guide guide) {
        String text = text(guide.steps().stream().map(Guide.Step::textKey));
        for (String name : List.of(guide.portal().site().getHost(), "*Generate Token*", "*+ Client Secret*",
                "12 months", "*Copy*", "SCIM")) {
            assertTrue(text.contains(name), name);
        }
    }

    @Test
    void theLimitOfTwoTokensIsExplainedWithWhichOneMayBeDeleted() {
        for (Guide guide : all()) {
            assertTrue(guide.troubleshooting().contains("apple.otherwise.two"), guide.version());
        }
        String text = messages.text("apple.otherwise.two");
        assertTrue(text.contains("does not show as active") && text.contains("nothing is broken"), text);
    }

    @Test
    void thePicturesThatExistAreThoseThatAreUsed() throws IOException {
        Set<String> used = Stream
                .concat(all().stream().flatMap(guide -> guide.steps().stream().map(Guide.Step::picture)),
                        Stream.of(Picture.TWO_TOKENS, Picture.LANDMARKS))
                .map(Picture::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(pictures().stream().map(GuidesTest::name).collect(Collectors.toCollection(TreeSet::new)), used);
    }

    /** Names on Apple's screens are not translated, so they must be the same in a picture and its text. */
    @ParameterizedTest
    @MethodSource("pictures")
    void theOnlyTextsInAPictureAreNamesFromTheGuides(Path file) throws IOException {
        Set<String> allowed = new HashSet<>(Set.of("$site", "$address", "expires on", "Close"));
        String text = text(all().stream().flatMap(guide -> guide.messageKeys().stream()).distinct());
        Pattern.compile("text=\"([^\"]*)\"")
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.matches("\\d|[• ]+") && !allowed.contains(name))
                .forEach(name -> assertTrue(text.contains(name), name));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureHasAnAlternativeTextAndARingForEachNumber(Path file) throws IOException {
        String picture = Files.readString(file);
        assertFalse(messages.text(new Picture(name(file)).altTextKey()).isBlank());
        assertTrue(count(picture, "drawing-number") > 0);
        assertTrue(count(picture, "drawing-target") == count(picture, "drawing-number") || name(file).equals(
                Picture.TWO_TOKENS.name()));
    }

    private static long count(String text, String part) {
        return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
    }

    private String text(Stream<String> keys) {
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
