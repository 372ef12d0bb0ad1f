package app.keyturn.renewal;

import app.keyturn.renewal.TokenCheck.CopyArtifact;
import app.keyturn.renewal.TokenCheck.Doubt;
import app.keyturn.renewal.TokenCheck.RefusalReason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the token out of a pasted text. What is removed is not part of any bearer token (RFC 6750, section 2.1);
 * whatever might be stays, and is doubted.
 */
final class TokenExtractor {
    static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n\\u0085\\u2028\\u2029]");

    private static final String BREAK = "[\\r\\n\\u0085\\u2028\\u2029]";
    private static final String BLANK = "[\\h\\x0B\\f]";
    private static final Pattern HAS_BREAK = Pattern.compile(BREAK);
    private static final Pattern HAS_BLANK = Pattern.compile(BLANK);
    private static final Pattern LINE_BREAKS = Pattern.compile(BREAK + "+");
    /** Format characters (zero-width space and joiners, byte order mark, directional marks, soft hyphen). */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern BEARER = Pattern
            .compile("^(Authorization:[\\s\\h]*)?Bearer(?:" + BLANK + "+|(?=" + BREAK + ")|$)",
                    Pattern.CASE_INSENSITIVE);
    /** In front of each line of an answered mail. */
    private static final Pattern QUOTE_MARKS = Pattern.compile("(?m)^\\h*+>[\\h>]*+");
    private static final Pattern BULLET = Pattern
            .compile("^(?:[-+*\u2022\u2023\u25e6\u25aa\u00b7\u2013\u2014]|\\d{1,2}[.)])\\h+");
    private static final Pattern EMPHASIS = Pattern.compile("^(\\*{1,3})([^*].*[^*])\\1$", Pattern.DOTALL);
    /** What a bearer token consists of. */
    static final Pattern TOKEN = Pattern.compile("^" + TokenLabel.TOKEN_CHARACTER + "+$");
    private static final Pattern BETWEEN_TOKENS = Pattern.compile("[^A-Za-z0-9._~+/=-]+");

    private static final Pattern ADDRESS = Pattern
            .compile("[A-Za-z]{2,10}://[^\\s\\h\"'<>]*+|[^\\s\\h@]{1,64}@[^\\s\\h@]++");

    /** Around a token there are a few: labels, list signs, quotes within brackets. A huge text may have many thousands. */
    private static final int MAX_LAYERS = 32;

    private TokenExtractor() {}

    /**
     * What was taken out of a text.
     *
     * @param text the token, unless the rest of the checks find that it is something else
     * @param removed what was removed
     * @param doubt why it may not be the whole token and nothing else
     * @param refusal why no token can be told
     */
    record Extract(String text, Set<CopyArtifact> removed, Optional<Doubt> doubt, Optional<RefusalReason> refusal) {
        static Extract of(String text, CopyArtifact... removed) {
            return new Extract(text, Set.copyOf(Arrays.asList(removed)), Optional.empty(), Optional.empty());
        }

        static Extract refused(RefusalReason reason) {
            return new Extract("", Set.of(), Optional.empty(), Optional.of(reason));
        }

        /** The only candidate in a longer text, with a doubt; empty if there is none. */
        static Optional<Extract> chosen(List<String> candidates) {
            return switch (candidates.size()) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(of(candidates.getFirst(), CopyArtifact.TEXT_AROUND).doubted(Doubt.TEXT_AROUND));
                default -> Optional.of(refused(RefusalReason.TWO_TOKENS));
            };
        }

        Extract doubted(Doubt why) {
            return new Extract(text, removed, Optional.of(why), refusal);
        }

        Extract alsoRemoved(Set<CopyArtifact> more) {
            Set<CopyArtifact> all = EnumSet.noneOf(CopyArtifact.class);
            all.addAll(removed);
            all.addAll(more);
            return new Extract(text, all, doubt, refusal);
        }
    }

    /** Takes the token out of a pasted text; whatever it holds, this ends in time proportional to its length. */
    static Extract from(String pasted) {
        Set<CopyArtifact> removed = EnumSet.noneOf(CopyArtifact.class);
        String text = without(INVISIBLE, pasted, CopyArtifact.INVISIBLE, removed);
        text = changed(text, EncodedText.withoutMarkup(text), CopyArtifact.MARKUP, removed);
        text = changed(text, EncodedText.entitiesDecoded(text), CopyArtifact.ENCODED, removed);
        text = without(INVISIBLE, text, CopyArtifact.INVISIBLE, removed);
        text = without(QUOTE_MARKS, text, CopyArtifact.MARKUP, removed);
        text = peeled(text, removed);
        Extract inside = inside(text).alsoRemoved(removed);
        Set<CopyArtifact> decoded = EnumSet.noneOf(CopyArtifact.class);
        String plain = changed(inside.text(), EncodedText.percentDecoded(inside.text()), CopyArtifact.ENCODED, decoded);
        plain = changed(plain, EncodedText.once(plain), CopyArtifact.REPEATED, decoded);
        return new Extract(plain, inside.removed(), inside.doubt(), inside.refusal()).alsoRemoved(decoded);
    }

    private static String peeled(String pasted, Set<CopyArtifact> removed) {
        String text = pasted;
        String before = "";
        for (int layer = 0; layer < MAX_LAYERS && !before.equals(text); layer++) {
            before = text;
            text = withoutEdges(text, removed);
            text = without(BEARER, text, CopyArtifact.BEARER, removed);
            text = without(BULLET, text, CopyArtifact.MARKUP, removed);
            text = changed(text, EMPHASIS.matcher(text).replaceFirst("$2"), CopyArtifact.MARKUP, removed);
            text = changed(text, TokenLabel.removeFrom(text), CopyArtifact.LABEL, removed);
        }
        return text;
    }

    private static Extract inside(String text) {
        if (TOKEN.matcher(text).matches()) {
            return Extract.of(text);
        }
        if (HAS_BREAK.matcher(text).find()) {
            return severalLines(text);
        }
        if (TokenParser.isSomethingElse(text) || TokenParser.hidden(text).isPresent()) {
            return Extract.of(text);
        }
        return sameOrTwo(text).or(() -> Extract.chosen(candidates(text))).orElseGet(() -> Extract.of(text));
    }

    private static Extract severalLines(String text) {
        Optional<PastedLines> lines = PastedLines.of(text);
        if (lines.filter(PastedLines::onlyTokensOrOthers).isPresent()) {
            return insideOneLine(lines.get().joined());
        }
        // A line break may stand in the word Bearer, too.
        String oneLine = LINE_BREAKS.matcher(text).replaceAll("");
        String afterBearer = BEARER.matcher(oneLine).replaceFirst("");
        if (afterBearer.length() < oneLine.length() && TOKEN.matcher(afterBearer).matches()) {
            return Extract.of(afterBearer, CopyArtifact.LINE_BREAK, CopyArtifact.BEARER);
        }
        return Extract.chosen(candidates(text))
                .or(() -> lines.map(PastedLines::joined).map(TokenExtractor::insideOneLine))
                .orElseGet(() -> Extract.of(text));
    }

    /** What lines make together may be several things, too. */
    private static Extract insideOneLine(Extract joined) {
        if (joined.refusal().isPresent()) {
            return joined;
        }
        Extract inside = inside(joined.text());
        return new Extract(inside.text(), inside.removed(), joined.doubt().or(inside::doubt), inside.refusal())
                .alsoRemoved(joined.removed());
    }

    /** What may be the token in a longer text: what follows a label, and what stands on lines of its own. */
    private static List<String> candidates(String text) {
        List<String> labelled = TokenLabel.valuesIn(text)
                .stream()
                .filter(value -> !TokenParser.isSomethingElse(value) && TokenLabel.removeFrom(value).equals(value))
                .toList();
        Set<String> found = new LinkedHashSet<>(labelled);
        if (HAS_BREAK.matcher(text).find()) {
            found.addAll(linesLikeTokens(text));
        }
        if (!labelled.isEmpty()) {
            longWords(text).filter(word -> labelled.stream().noneMatch(word::endsWith)).forEach(found::add);
        }
        return found.stream()
                .filter(one -> found.stream().noneMatch(other -> !other.equals(one) && other.contains(one)))
                .limit(2)
                .toList();
    }

    private static Stream<String> longWords(String text) {
        String rest = ADDRESS.matcher(text).replaceAll(" ");
        return BETWEEN_TOKENS.splitAsStream(rest)
                .filter(word -> word.length() >= TokenParser.MIN_LENGTH && !TokenParser.isSomethingElse(word));
    }

    /** The lines of a longer text that hold a token-like word and nothing else; lines that follow each other are one. */
    private static List<String> linesLikeTokens(String text) {
        Set<String> found = new LinkedHashSet<>();
        StringBuilder current = new StringBuilder();
        for (String line : LINE_END.split(text + "\n", -1)) {
            String stripped = withoutEdges(line, EnumSet.noneOf(CopyArtifact.class));
            boolean token = TOKEN.matcher(stripped).matches() && !TokenParser.isSomethingElse(stripped)
                    && (!current.isEmpty() || stripped.length() >= TokenParser.MIN_LENGTH);
            if (token) {
                current.append(stripped);
            } else if (!current.isEmpty()) {
                found.add(current.toString());
                current.setLength(0);
            }
        }
        return List.copyOf(found);
    }

    /** One token twice, or two that begin alike, with something between them. */
    private static Optional<Extract> sameOrTwo(String text) {
        String[] pieces = BETWEEN_TOKENS.split(text);
        if (pieces.length < 2 || Arrays.stream(pieces).anyMatch(piece -> piece.length() < TokenParser.MIN_LENGTH)) {
            return Optional.empty();
        }
        if (Set.copyOf(Arrays.asList(pieces)).size() == 1) {
            return Optional.of(Extract.of(pieces[0], CopyArtifact.REPEATED));
        }
        boolean two = !hasBlank(text) || pieces[0].endsWith("=") || PastedLines.beginAlike(pieces[0], pieces[1])
                || pieces[0].length() == pieces[1].length();
        return two ? Optional.of(Extract.refused(RefusalReason.TWO_TOKENS)) : Optional.empty();
    }

    static boolean hasBlank(String text) {
        return HAS_BLANK.matcher(text).find();
    }

    /** A line without what stands around it. */
    static String withoutBlanksAround(String line) {
        return withoutEdges(line, EnumSet.noneOf(CopyArtifact.class));
    }

    /** Removes, from both ends at once, what cannot be part of a token. */
    private static String withoutEdges(String text, Set<CopyArtifact> removed) {
        int start = 0;
        int end = text.length();
        while (start < end && noteEdge(text.charAt(start), true, removed)) {
            start++;
        }
        while (end > start && noteEdge(text.charAt(end - 1), false, removed)) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean noteEdge(char sign, boolean leading, Set<CopyArtifact> removed) {
        Optional<CopyArtifact> artifact = EdgeSigns.artifact(sign, leading);
        artifact.ifPresent(removed::add);
        return artifact.isPresent();
    }

    private static String without(Pattern pattern, String text, CopyArtifact artifact, Set<CopyArtifact> removed) {
        return changed(text, pattern.matcher(text).replaceAll(""), artifact, removed);
    }

    private static String changed(String before, String after, CopyArtifact artifact, Set<CopyArtifact> removed) {
        if (!before.equals(after)) {
            removed.add(artifact);
        }
        return after;
    }
}
