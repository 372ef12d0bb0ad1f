package app.keyturn.desktop;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.platform.HostMap;
import app.keyturn.renewal.TokenParser;
import java.net.URI;
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
        on(real).forgetCopied(TOKEN);
        assertEquals(Optional.empty(), real.paste());
    }

    @Test
    void whatWasCopiedSinceStays() {
        real.copy("a shopping list");
        on(real).forgetCopied(TOKEN);
        assertEquals(Optional.of("a shopping list"), real.paste());
    }

    @Test
    void aClipboardThatCannotBeHadDoesNoHarm() {
        assertDoesNotThrow(() -> on(new Refusing()).forgetCopied(TOKEN));
    }

    private static Desktop on(Desktop desktop) {
        return new RoutedDesktop(desktop, HostMap.EMPTY, new TokenParser(Clock.systemUTC(), false));
    }

    /** A desktop whose clipboard another program has taken. */
    private static final class Refusing implements Desktop {
        @Override
        public Kind kind() {
            return Kind.OTHER;
        }

        @Override
        public void copySecret(String secret) {
            throw new IllegalStateException();
        }

        @Override
        public boolean open(URI page) {
            return false;
        }

        @Override
        public boolean open(Path place) {
            return false;
        }

        @Override
        public void copy(String text) {
            throw new IllegalStateException("The clipboard is taken");
        }

        @Override
        public Optional<String> paste() {
            throw new IllegalStateException("The clipboard is taken");
        }

        @Override
        public void forgetCopied(String text) {
            throw new IllegalStateException("The clipboard is taken");
        }

        @Override
        public Optional<Path> chooseFile(String suggestedName) {
            return Optional.empty();
        }
    }
}
