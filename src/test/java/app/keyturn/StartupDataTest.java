package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.log.ActivityLog;
import app.keyturn.walkthrough.Walkthrough;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start reads before there is a window. */
class StartupDataTest {
    @Test
    void aWalkthroughReadsNothingOfAPersonAndWritesNothingOfTheirs(@TempDir Path pictures) {
        StartupData.begin(Arguments.of(List.of(Arguments.WALKTHROUGH + pictures)));
        StartupData laid = StartupData.laid();
        try (ActivityLog logbook = laid.logbook()) {
            assertTrue(logbook.folder().startsWith(pictures));
            assertTrue(laid.settings().path().startsWith(pictures));
            assertEquals(List.of(), laid.book().entries());
            assertEquals(List.of(), laid.unfinished().interrupted());
            assertEquals(List.of(Walkthrough.settings(pictures)), laid.folders());
            assertEquals(Locale.getDefault().getLanguage(), laid.messages().locale().getLanguage());
        }
    }
}
