package app.keyturn.desktop;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.platform.HostMap;
import app.keyturn.renewal.TokenParser;
import app.keyturn.testkit.RecordingDesktop;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutedDesktopTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final FakeDesktop real = new FakeDesktop(Path.of(""));

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, "Bearer " + TOKEN, "abcdefghijklm\r\nnopqrstuvwxyz0123456789\n"})
    void theTokenIsForgottenHoweverItWasCopied(String copied) {
        real.copy(copied);
        routed(real).forgetCopied(TOKEN);
        assertEquals(Optional.empty(), real.paste());
    }

    @Test
    void otherTextCopiedSinceStays() {
        real.copy("a shopping list");
        routed(real).forgetCopied(TOKEN);
        assertEquals(Optional.of("a shopping list"), real.paste());
    }

    @Test
    void anUnavailableClipboardIsIgnored() {
        RecordingDesktop desktop = new RecordingDesktop();
        desktop.clipboardTaken = true;
        assertDoesNotThrow(() -> routed(desktop).forgetCopied(TOKEN));
    }

    private static Desktop routed(Desktop desktop) {
        return new RoutedDesktop(desktop, HostMap.EMPTY, new TokenParser(Clock.systemUTC(), false));
    }
}
