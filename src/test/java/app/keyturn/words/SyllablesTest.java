package app.keyturn.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

    /** Silent and spoken endings, one vowel and two, and words that no rule gets right. */
    @ParameterizedTest
    @CsvSource({
            "1, a the you year school sync save saved saves checked works paused tried role whose moved quite through",
            "2, Apple apples Apple’s token Entra Keyturn minute table handled needed tested changes pushes taken",
            "2, closely safely statement hopeless going create quarter client business reading people password",
            "3, Microsoft another radio period company carefully expires audio usual authorize actual connection",
            "4, application material everybody usually identity February experience",
            "5, administrator automatically organisation authentication",
    })
    void syllablesMatchADictionary(int syllables, String words) {
        for (String word : words.split(" ", -1)) {
            assertEquals(syllables, Syllables.in(word), word);
        }
    }
}
