package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.i18n.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;

class ProgressNoticeTest {
    private final IntegerProperty late = new SimpleIntegerProperty();
    private final ProgressNotice delay = new ProgressNotice(Messages.in(Locale.ENGLISH), ZoneOffset.ofHours(2), late,
            Runnable::run);

    @Test
    void nothingIsShownWhileAllGoesAsExpected() {
        assertEquals("", text());
    }

    @Test
    void slowWorkShowsANotice() {
        late.set(1);
        assertEquals("Still working.", text());
        late.set(0);
        assertEquals("", text());
    }

    @Test
    void aPauseIsShownWithItsEndWhichIsNeverTooEarly() {
        delay.begins(Instant.parse("2026-11-22T12:05:12.300Z"));
        assertEquals("Microsoft is busy. Keyturn tries again by itself at 2:05:13 PM.",
                text().replace('\u202f', ' '));
        late.set(1);
        delay.ends();
        assertEquals("Still working.", text());
    }

    private String text() {
        return delay.text().get();
    }
}
