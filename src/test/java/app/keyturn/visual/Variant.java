package app.keyturn.visual;

import app.keyturn.settings.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of the ways in which a page is seen.
 *
 * @param language of the words
 * @param dress the look
 * @param percent the size of the text
 * @param mirrored true if it runs from right to left
 */
public record Variant(Locale language, ThemeVariant dress, int percent, boolean mirrored) {
    /** As the window opens. */
    public static final Variant USUAL = new Variant(Locale.ENGLISH, ThemeVariant.LIGHT, 100, false);
    private static final List<ThemeVariant> DRESSES = List.of(ThemeVariant.LIGHT, ThemeVariant.DARK,
            ThemeVariant.WHITE_ON_BLACK);
    private static final List<Integer> SIZES = List.of(100, 200);

    /**
     * Those that a state of a page is looked at in: all of them where every picture is wanted, and else those in which
     * something can be wrong that is not wrong in another one. Dark differs from light in its colours alone, and no
     * colour depends on the words; high contrast has other measures, which are tightest with large letters.
     */
    static List<Variant> ofAState() {
        return Gallery.isWhole() ? all() : all().stream().filter(Variant::tellsSomethingNew).toList();
    }

    private boolean tellsSomethingNew() {
        boolean english = language.equals(USUAL.language());
        return switch (dress) {
            case LIGHT -> !mirrored || percent == 100;
            case DARK -> english || alwaysPicturedInLight();
            case WHITE_ON_BLACK, BLACK_ON_WHITE, YELLOW_ON_BLACK -> english || percent == 200;
        };
    }

    /** True if its colours are looked at, too. */
    boolean hasColoursOfItsOwn() {
        return Gallery.isWhole() || language.equals(USUAL.language()) || alwaysPicturedInLight();
    }

    private boolean alwaysPicturedInLight() {
        return new Variant(language, ThemeVariant.LIGHT, percent, mirrored).alwaysPictured();
    }

    /**
     * All of them, but for the languages that this system cannot draw, which {@code FontsIT} tells of. Languages change
     * fastest and looks slowest, for that is what changing them costs.
     */
    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        List<Locale> drawn = Languages.SUPPORTED.stream().filter(Fonts::canDraw).toList();
        for (ThemeVariant dress : DRESSES) {
            for (int size : SIZES) {
                drawn.forEach(language -> all.add(new Variant(language, dress, size, false)));
                if (dress == ThemeVariant.LIGHT) {
                    all.add(new Variant(Locale.ENGLISH, dress, size, true));
                }
            }
        }
        return all;
    }

    /** Those of which it is enough to look at each page once: their colours alone are others. */
    static List<Variant> rare() {
        return List.of(new Variant(Locale.ENGLISH, ThemeVariant.BLACK_ON_WHITE, 100, false),
                new Variant(Locale.ENGLISH, ThemeVariant.YELLOW_ON_BLACK, 100, false));
    }

    /**
     * Enough for what differs in its words alone: the narrowest place in every language, the usual size in the two that
     * are pictured so, and the widest letters.
     */
    public static List<Variant> few() {
        return Gallery.isWhole() ? all() : all().stream().filter(Variant::isNarrowest).toList();
    }

    private boolean isNarrowest() {
        boolean tight = percent == 200 && !mirrored;
        return (dress == ThemeVariant.LIGHT && tight) || alwaysPictured()
                || (dress == ThemeVariant.WHITE_ON_BLACK && tight && language.equals(USUAL.language()));
    }

    /** True for those of which there is a picture in every run. */
    boolean alwaysPictured() {
        boolean usual = dress == ThemeVariant.LIGHT && percent == 100 && !mirrored;
        return switch (language.getLanguage()) {
            case "en", "ja" -> usual;
            case "de" -> dress == ThemeVariant.LIGHT && percent == 200;
            default -> false;
        };
    }

    /** Short, for files and findings: {@code en-light-100}. */
    @Override
    public String toString() {
        return language.toLanguageTag() + "-" + dress.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + percent
                + (mirrored ? "-mirrored" : "");
    }
}
