package app.keyturn.visual;

import app.keyturn.settings.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way in which a page can be displayed.
 *
 * @param language of the text
 * @param theme the theme
 * @param percent the size of the text
 * @param mirrored true if the scene runs from right to left
 */
public record Variant(Locale language, ThemeVariant theme, int percent, boolean mirrored) {
    /** The window's initial variant. */
    public static final Variant USUAL = new Variant(Locale.ENGLISH, ThemeVariant.LIGHT, 100, false);
    private static final List<ThemeVariant> THEMES = List.of(ThemeVariant.LIGHT, ThemeVariant.DARK,
            ThemeVariant.WHITE_ON_BLACK);
    private static final List<Integer> SIZES = List.of(100, 200);

    /**
     * The variants that a state is inspected in: all if every picture is wanted, otherwise those in which something can
     * be wrong that is right in all others. Dark differs from light in colours only, and no colour depends on the text;
     * high contrast has other sizes, which are tightest with large text.
     */
    static List<Variant> standard() {
        return Gallery.isComplete() ? all() : all().stream().filter(Variant::isDistinct).toList();
    }

    private boolean isDistinct() {
        boolean english = language.equals(USUAL.language());
        return switch (theme) {
            case LIGHT -> !mirrored || percent == 100;
            case DARK -> english || isPicturedInLight();
            case WHITE_ON_BLACK, BLACK_ON_WHITE, YELLOW_ON_BLACK -> english || percent == 200;
        };
    }

    /** True if contrast is checked, too. */
    boolean needsContrastCheck() {
        return Gallery.isComplete() || language.equals(USUAL.language()) || isPicturedInLight();
    }

    private boolean isPicturedInLight() {
        return new Variant(language, ThemeVariant.LIGHT, percent, mirrored).isPictured();
    }

    /**
     * All variants, except in languages that this system cannot show, which {@code FontsIT} reports. Themes are the
     * outermost loop because changing them is slowest.
     */
    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        List<Locale> drawn = Languages.SUPPORTED.stream().filter(Fonts::canDraw).toList();
        for (ThemeVariant theme : THEMES) {
            for (int size : SIZES) {
                drawn.forEach(language -> all.add(new Variant(language, theme, size, false)));
                if (theme == ThemeVariant.LIGHT) {
                    all.add(new Variant(Locale.ENGLISH, theme, size, true));
                }
            }
        }
        return all;
    }

    /** Variants that differ in colours only: each page is inspected in them once. */
    static List<Variant> rare() {
        return List.of(new Variant(Locale.ENGLISH, ThemeVariant.BLACK_ON_WHITE, 100, false),
                new Variant(Locale.ENGLISH, ThemeVariant.YELLOW_ON_BLACK, 100, false));
    }

    /**
     * Enough for a state that differs only in text: large text in every language, the normal size in the two languages
     * that are pictured so, and the widest letters.
     */
    public static List<Variant> few() {
        return Gallery.isComplete() ? all() : all().stream().filter(Variant::isTightest).toList();
    }

    private boolean isTightest() {
        boolean tight = percent == 200 && !mirrored;
        return (theme == ThemeVariant.LIGHT && tight) || isPictured()
                || (theme == ThemeVariant.WHITE_ON_BLACK && tight && language.equals(USUAL.language()));
    }

    /** True if every run pictures this variant. */
    boolean isPictured() {
        boolean usual = theme == ThemeVariant.LIGHT && percent == 100 && !mirrored;
        return switch (language.getLanguage()) {
            case "en", "ja" -> usual;
            case "de" -> theme == ThemeVariant.LIGHT && percent == 200;
            default -> false;
        };
    }

    /** For file names and findings: {@code en-light-100}. */
    @Override
    public String toString() {
        return language.toLanguageTag() + "-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + percent
                + (mirrored ? "-mirrored" : "");
    }
}
