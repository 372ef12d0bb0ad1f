package app.keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** A box around a node that is higher the narrower it is, as text is. */
class CachedVBoxTest {
    private static final double AREA = 60_000;

    private final WrappingText words = new WrappingText();
    private final CachedVBox box = new CachedVBox();

    CachedVBoxTest() {
        CachedVBox inner = new CachedVBox();
        inner.getChildren().add(words);
        box.getChildren().add(inner);
    }

    @Test
    void theContentIsMeasuredOncePerWidth() {
        assertEquals(AREA / 300, box.prefHeight(300));
        int asked = words.asked;
        assertEquals(AREA / 300, box.prefHeight(300));
        assertEquals(AREA / 300, box.prefHeight(300));
        assertEquals(asked, words.asked);
        assertEquals(AREA / 600, box.prefHeight(600), "another width is another question");
        assertEquals(AREA / 300, box.prefHeight(300));
    }

    @Test
    void aChangeOfTheContentIsMeasuredAgain() {
        assertEquals(AREA / 300, box.prefHeight(300));
        assertEquals(0, box.minHeight(300));
        words.setMinHeight(500);
        assertEquals(500, box.minHeight(300));
        assertEquals(500, box.prefHeight(300));
        words.setManaged(false);
        assertEquals(0, box.prefHeight(300));
        words.setManaged(true);
        box.setSpacing(10);
        box.getChildren().add(new Region());
        assertEquals(510, box.prefHeight(300));
    }

    private static final class WrappingText extends Region {
        private int asked;

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            asked++;
            return AREA / width;
        }
    }
}
