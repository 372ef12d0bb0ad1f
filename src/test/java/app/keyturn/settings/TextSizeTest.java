package app.keyturn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSizeTest {
    @ParameterizedTest
    @CsvSource({"100,125,100", "125,150,100", "175,200,150", "200,200,175"})
    void eachSizeHasALargerAndASmallerOneUpToTheEnds(int size, int larger, int smaller) {
        assertEquals(larger, TextSize.larger(size));
        assertEquals(smaller, TextSize.smaller(size));
    }
}
