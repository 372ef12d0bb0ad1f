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

class SecretClipboardIT {
    private static final String HINT = "x-kde-passwordManagerHint";

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aSecretIsMarkedAndAnOrdinaryCopyIsNot() {
        assertEquals("secret text", onFxThread(() -> {
            SecretClipboard.put("secret text", OperatingSystem.OTHER, "");
            return Clipboard.getSystemClipboard().getString();
        }));
        assertTrue(onFxThread(() -> Clipboard.getSystemClipboard().hasContent(DataFormat.lookupMimeType(HINT))));
        assertFalse(onFxThread(() -> {
            Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, "an address"));
            return Clipboard.getSystemClipboard().hasContent(DataFormat.lookupMimeType(HINT));
        }));
    }

    @Test
    void onMacOsTheTextIsCopiedEvenIfTheScriptFails() throws TimeoutException {
        for (String script : new String[]{"/no/such/program", "/bin/false", "/bin/true"}) {
            onFxThread(() -> {
                Clipboard.getSystemClipboard().clear();
                SecretClipboard.put("secret " + script, OperatingSystem.MAC, script);
                return true;
            });
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                    () -> onFxThread(() -> ("secret " + script).equals(Clipboard.getSystemClipboard().getString())));
        }
    }

    private static <T> T onFxThread(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }
}
