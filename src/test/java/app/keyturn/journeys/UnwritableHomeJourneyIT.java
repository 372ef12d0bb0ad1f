package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.StoredSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** None of the program's own folders can be written: each is a file. */
class UnwritableHomeJourneyIT extends JourneyTest {
    @Override
    public StoredSettings settings(Path unused) {
        try {
            for (String name : List.of("settings", "data", "log")) {
                Files.writeString(folder.resolve(name), "not a folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StoredSettings.load(folder.resolve("settings"));
    }

    @Test
    void theRenewalSucceedsAndItsFilesAreSavedElsewhere() throws IOException {
        user.enterRealMode();
        assertFalse(user.isInSight("known-organisations"), "what was never written is not missed");
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAndContinue();
        user.confirmAndSave();
        assertEquals(1, user.world().saveCount());
        user.click("save-receipt");
        user.waitFor("open-receipt");
        user.click("save-reminder");
        assertEquals(1, files("receipt.*html"));
        assertTrue(files("reminder.*ics") == 1, "beside the receipt");
        for (String name : List.of("settings", "data", "log")) {
            assertEquals("not a folder", Files.readString(folder.resolve(name)));
        }
    }

    private long files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*" + name)).count();
        }
    }
}
