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

/** What a start reads before the window opens. */
class StartupDataTest {
    @Test
    void aWalkthroughNeitherReadsNorWritesTheUsersFiles(@TempDir Path pictures) {
        StartupData.begin(Arguments.of(List.of(Arguments.WALKTHROUGH + pictures)));
        StartupData startup = StartupData.await();
        try (ActivityLog log = startup.log()) {
            assertTrue(log.folder().startsWith(pictures));
            assertTrue(startup.settings().path().startsWith(pictures));
            assertEquals(List.of(), startup.book().entries());
            assertEquals(List.of(), startup.saveNotes().interrupted());
            assertEquals(List.of(Walkthrough.settings(pictures)), startup.folders());
            assertEquals(Locale.getDefault().getLanguage(), startup.messages().locale().getLanguage());
        }
    }
}
