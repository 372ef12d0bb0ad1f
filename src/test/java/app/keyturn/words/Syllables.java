package app.keyturn.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the syllables of English words by their spelling: one for each group of vowels, fewer for silent ones, and
 * more where two adjacent vowels are spoken separately. Good enough for a grade: for the words of this program, it
 * disagrees with a dictionary of American English (CMU) in fewer than one of fifty.
 */
final class Syllables {
    /** Words that the rules below get wrong, by their number of syllables. */
    private static final Map<String, Integer> SPOKEN_OTHERWISE = Stream.of(
            spoken(1, "hour hours our ours pim"),
            spoken(2, "business browser maybe being colleague colleagues id ids language languages "
                    + "likely nameless oauth people quarter quiet safeguard someone sometimes something somewhere "
                    + "therefore trial elsewhere every firewall"),
            spoken(3, "anyone area businesses different everything expire expires idea interest microsoft quarantine "
                    + "somebody url usual whoever"),
            spoken(4, "everybody oidc usually http https"), spoken(5, "automatically"))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** A written but silent e: same, safely, stopped (not started), takes (not changes), continues. */
    private static final Pattern SILENT = Pattern.compile("(?<=[^aeiouy])e$"
            + "|(?<=[aeiou][^aeiouy]{1,3})e(?=(ly|ments?|fu?l+y?|less|ness)$)"
            + "|(?<=[^aeiouytd])e(?=d$)"
            + "|(?<=[^aeiouyscxzgh])e(?=s$)"
            + "|(?<=[aeiou])e(?=[sd]?$)");

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    /** Two adjacent vowels spoken separately: create, period, radio, actual, video, medium, trying, ruin. */
    private static final Pattern APART = Pattern
            .compile("i(?=a(?!ge|l))|(?<![cstgx])i(?=o|al)|i(?=um|et)|(?<![ct])i(?=en[ct])"
                    + "|u(?=a(?!r[ds]|n))|e(?=o(?!p|u))|(?<=cr)e(?=a)|[aeiouy](?=ing)|o(?=e[rs]t)|(?<!q)u(?=i(?:n|t[iy]))");

    /** A vowel that is spoken but not written: table, handled, acre. */
    private static final Pattern HEARD = Pattern.compile("[^aeioulwry](le|led|les|re)$");

    private Syllables() {}

    /**
     * The syllables of a word.
     *
     * @param word in upper or lower case; other characters are ignored
     * @return at least 1
     */
    static int in(String word) {
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("’s$", "").replaceAll("[^a-z]", "");
        Integer known = SPOKEN_OTHERWISE.get(letters);
        if (known != null) {
            return known;
        }
        String heard = SILENT.matcher(letters).replaceAll("");
        long count = VOWELS.matcher(heard).results().count() + APART.matcher(heard).results().count()
                + HEARD.matcher(letters).results().count();
        return (int) Math.max(1, count);
    }

    private static List<Map.Entry<String, Integer>> spoken(int syllables, String words) {
        return Pattern.compile(" ").splitAsStream(words).map(word -> Map.entry(word, syllables)).toList();
    }
}
