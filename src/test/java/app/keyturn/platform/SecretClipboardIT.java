package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A secret on a clipboard of JavaFX's. */
class SecretClipboardIT {
    private static final String HINT = "x-kde-passwordManagerHint";

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theTextIsThereWithItsMarksAndAnOrdinaryCopyHasNone() {
        assertEquals("secret text", onWindow(() -> {
            SecretClipboard.put("secret text", OperatingSystem.OTHER, "");
            return Clipboard.getSystemClipboard().getString();
        }));
        assertTrue(onWindow(() -> Clipboard.getSystemClipboard().hasContent(DataFormat.lookupMimeType(HINT))));
        assertFalse(onWindow(() -> {
            Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, "an address"));
            return Clipboard.getSystemClipboard().hasContent(DataFormat.lookupMimeType(HINT));
        }));
    }

    @Test
    void onMacOsTheTextIsThereWhateverBecomesOfTheScript() throws TimeoutException {
        for (String script : new String[]{"/no/such/program", "/bin/false", "/bin/true"}) {
            onWindow(() -> {
                Clipboard.getSystemClipboard().clear();
                SecretClipboard.put("secret " + script, OperatingSystem.MAC, script);
                return true;
            });
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                    () -> onWindow(() -> ("secret " + script).equals(Clipboard.getSystemClipboard().getString())));
        }
    }

    private static <T> T onWindow(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }
}
