package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.RetryWait;
import java.time.Duration;
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
    void aPauseThatMicrosoftAsksForIsShownWithItsEndWhichIsNeverTooEarly() {
        delay.waiting(wait(RetryWait.Reason.BUSY));
        assertEquals("Microsoft is busy. Keyturn tries again by itself at 2:05:13 PM.", text());
        late.set(1);
        delay.over();
        assertEquals("Still working.", text());
    }

    @Test
    void aFailureThatMayPassIsShownWithTheTimeUntilWhichItIsRepeated() {
        delay.waiting(wait(RetryWait.Reason.SERVICE_UNWELL));
        assertEquals("Microsoft’s service is not working right now. Keyturn tries again by itself until 2:06:40 PM.",
                text());
        delay.waiting(wait(RetryWait.Reason.UNREACHABLE));
        assertEquals("Microsoft cannot be reached right now. Keyturn tries again by itself until 2:06:40 PM.", text());
        delay.over();
        assertEquals("", text());
    }

    @Test
    void theEndOfOneTaskDoesNotHideWhatAnotherOneWaitsFor() throws InterruptedException {
        Thread.ofVirtual().start(() -> delay.waiting(wait(RetryWait.Reason.UNREACHABLE))).join();
        delay.waiting(wait(RetryWait.Reason.BUSY));
        delay.over();
        assertTrue(text().startsWith("Microsoft cannot be reached"), this::text);
    }

    private static RetryWait wait(RetryWait.Reason reason) {
        return new RetryWait(reason, Duration.ofSeconds(8), Instant.parse("2026-11-22T12:05:12.300Z"),
                Instant.parse("2026-11-22T12:06:40Z"));
    }

    private String text() {
        return delay.text().get().replace('\u202f', ' ');
    }
}
