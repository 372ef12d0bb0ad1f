package app.keyturn.renewal;

import app.keyturn.renewal.TokenCheck.CopyArtifact;
import app.keyturn.renewal.TokenCheck.Doubt;
import app.keyturn.renewal.TokenCheck.RefusalReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Several lines without blanks in them: one token that was broken, one that was pasted twice, or several things. Mail
 * breaks lines by a sign at their end ("quoted-printable", RFC 2045, section 6.7) or without one.
 *
 * @param lines in order, none of them empty
 * @param apart true if an empty line stands between two of them
 */
record PastedLines(List<String> lines, boolean apart) {
    private static final Pattern SOFT_BREAK = Pattern.compile(".*[^=]=");
    private static final Pattern ENCODED = Pattern.compile("=([2-7][0-9A-Fa-f])");
    private static final Pattern LAST_ENCODED = Pattern.compile(".*[^=](?:=3D)*");
    private static final Pattern WORD = Pattern.compile("\\p{L}{1,3}|\\p{L}\\p{Ll}{3,15}[.!]?|\\p{Lu}{4,16}");
    private static final Pattern PADDING = Pattern.compile("=+");
    private static final String JWT_START = "eyJ";
    private static final int MIN_COMMON = 6;
    private static final int MIN_SOFT_WIDTH = 60;
    private static final int MAX_SOFT_WIDTH = 76;

    /** True if each line may be a token, or a part of one, or is an address or an id. */
    boolean onlyTokensOrOthers() {
        return lines.stream()
                .allMatch(line -> TokenExtractor.TOKEN.matcher(line).matches() || TokenParser.isSomethingElse(line));
    }

    /** The lines as one token. */
    TokenExtractor.Extract joined() {
        if (isRepeated()) {
            return TokenExtractor.Extract.of(lines.getFirst(), CopyArtifact.LINE_BREAK, CopyArtifact.REPEATED);
        }
        if (hasSoftBreaks()) {
            return softBreaksRemoved();
        }
        if (lines.stream().anyMatch(TokenParser::isSomethingElse)) {
            return fromAmongOthers();
        }
        if (areTwoTokens()) {
            return TokenExtractor.Extract.refused(RefusalReason.TWO_TOKENS);
        }
        TokenExtractor.Extract all = TokenExtractor.Extract.of(String.join("", lines), CopyArtifact.LINE_BREAK);
        return mayBeSeveral() ? all.doubted(Doubt.SEVERAL_LINES) : all;
    }

    private boolean isRepeated() {
        return new HashSet<>(lines).size() == 1 && isLong(lines.getFirst());
    }

    private boolean hasSoftBreaks() {
        String last = lines.getLast();
        return allButLast().stream().allMatch(line -> SOFT_BREAK.matcher(line).matches())
                && LAST_ENCODED.matcher(last).matches();
    }

    private TokenExtractor.Extract softBreaksRemoved() {
        StringBuilder text = new StringBuilder();
        boolean usualWidth = true;
        for (String line : allButLast()) {
            text.append(line, 0, line.length() - 1);
            usualWidth &= line.length() >= MIN_SOFT_WIDTH && line.length() <= MAX_SOFT_WIDTH;
        }
        text.append(lines.getLast());
        String decoded = ENCODED.matcher(text)
                .replaceAll(found -> Matcher
                        .quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
        TokenExtractor.Extract all = TokenExtractor.Extract.of(decoded, CopyArtifact.SOFT_BREAK);
        return usualWidth && !WORD.matcher(lines.getLast()).matches() ? all : all.doubted(Doubt.SEVERAL_LINES);
    }

    private TokenExtractor.Extract fromAmongOthers() {
        List<String> candidates = lines.stream()
                .filter(line -> isLong(line) && TokenExtractor.TOKEN.matcher(line).matches()
                        && !TokenParser.isSomethingElse(line))
                .distinct()
                .toList();
        return TokenExtractor.Extract.chosen(candidates)
                .orElseGet(() -> TokenExtractor.Extract.of(String.join("", lines), CopyArtifact.LINE_BREAK)
                        .doubted(Doubt.SEVERAL_LINES));
    }

    /** Padding ends a token, and two tokens of one issuer often begin alike. */
    private boolean areTwoTokens() {
        List<String> whole = lines.stream().filter(PastedLines::isLong).toList();
        if (whole.size() < 2) {
            return false;
        }
        return apart || isPaddedInside() || beginAlike(whole.get(0), whole.get(1));
    }

    /** True if two texts begin alike, as two tokens of one issuer may, and two parts of one token do not. */
    static boolean beginAlike(String one, String other) {
        return (one.startsWith(JWT_START) && other.startsWith(JWT_START))
                || one.regionMatches(0, other, 0, MIN_COMMON);
    }

    /**
     * A line may be a word beside the token, or another thing; two long lines may be two tokens, as may lines of about
     * the same length; and a hyphen at a line's end may be the line's.
     */
    private boolean mayBeSeveral() {
        if (lines.stream().noneMatch(PastedLines::isLong)) {
            return false;
        }
        String first = lines.getFirst();
        String last = lines.getLast();
        boolean word = Stream.of(first, last).anyMatch(line -> WORD.matcher(line).matches());
        boolean padded = isPaddedInside() && !PADDING.matcher(last).matches();
        boolean hyphen = allButLast().stream().anyMatch(line -> line.endsWith("-"));
        boolean parts = lines.size() == 2 && isUnfinished(first) && !hasKnownStart(last);
        boolean alike = isLong(first) && last.length() * 20 >= first.length() * 19;
        boolean two = lines.size() == 2 && isLong(last);
        return word || padded || apart || hyphen || (!parts && (alike || two || !isOneWidth()));
    }

    /** True for a JSON Web Token and a practice token: a second one would begin in the same way. */
    private static boolean hasKnownStart(String text) {
        return text.startsWith(JWT_START) || text.startsWith(TokenParser.PRACTICE_PREFIX);
    }

    private static boolean isUnfinished(String text) {
        return hasKnownStart(text) && Jwt.read(text).isEmpty();
    }

    /** True if the lines look like one that was broken at a width: equally long, and only the last one shorter. */
    private boolean isOneWidth() {
        int width = lines.getFirst().length();
        return lines.getLast().length() <= width
                && allButLast().stream().allMatch(line -> line.length() == width);
    }

    private List<String> allButLast() {
        return lines.subList(0, lines.size() - 1);
    }

    private boolean isPaddedInside() {
        return allButLast().stream().anyMatch(line -> line.endsWith("="));
    }

    private static boolean isLong(String text) {
        return text.length() >= TokenParser.MIN_LENGTH;
    }

    /** The lines of a text, without what stands around each; empty if a line has blanks in it. */
    static Optional<PastedLines> of(String text) {
        List<String> lines = new ArrayList<>();
        boolean apart = false;
        boolean gap = false;
        for (String line : TokenExtractor.LINE_END.split(text, -1)) {
            String stripped = TokenExtractor.withoutBlanksAround(line);
            if (stripped.isEmpty()) {
                gap = true;
            } else if (TokenExtractor.hasBlank(stripped)) {
                return Optional.empty();
            } else {
                apart |= gap && !lines.isEmpty();
                gap = false;
                lines.add(stripped);
            }
        }
        return lines.size() < 2 ? Optional.empty() : Optional.of(new PastedLines(List.copyOf(lines), apart));
    }
}
