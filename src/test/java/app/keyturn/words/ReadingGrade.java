package app.keyturn.words;

import java.util.Collection;
import java.util.List;

/**
 * How hard a text is to read, as the school year (in the USA) that suffices: Flesch-Kincaid (Kincaid and others,
 * "Derivation of new readability formulas for Navy enlisted personnel", 1975).
 */
record ReadingGrade(int sentences, int words, int syllables) {

    /** The grade of all texts together. */
    static ReadingGrade of(Collection<String> texts) {
        List<List<String>> sentences = texts.stream().flatMap(text -> Prose.sentences(text).stream()).toList();
        List<String> words = sentences.stream().flatMap(List::stream).toList();
        return new ReadingGrade(sentences.size(), words.size(), words.stream().mapToInt(Syllables::in).sum());
    }

    /** The grade; 0 without a sentence. */
    double grade() {
        return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }
}
