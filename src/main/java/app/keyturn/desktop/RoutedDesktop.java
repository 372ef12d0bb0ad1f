package app.keyturn.desktop;

import app.keyturn.platform.HostMap;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A desktop whose browser uses the same host map as the program's HTTP client, so that practice mode never opens a real
 * page, and whose clipboard forgets a token even if it was copied with something around it.
 *
 * @param desktop does everything else
 * @param hosts where addresses lead
 * @param parser finds the token in a copied text
 */
public record RoutedDesktop(Desktop desktop, HostMap hosts, TokenParser parser) implements Desktop {
    @Override
    public Kind kind() {
        return desktop.kind();
    }

    @Override
    public boolean open(URI page) {
        return hosts.resolve(page).map(desktop::open).orElse(false);
    }

    @Override
    public boolean open(Path place) {
        return desktop.open(place);
    }

    @Override
    public boolean openCopy(String name, byte[] content) {
        return desktop.openCopy(name, content);
    }

    @Override
    public URI addressOf(URI page) {
        return hosts.resolve(page).orElse(page);
    }

    @Override
    public void copy(String text) {
        desktop.copy(text);
    }

    @Override
    public void copySecret(String secret) {
        desktop.copySecret(secret);
    }

    @Override
    public Optional<String> paste() {
        return desktop.paste();
    }

    @Override
    public void forgetCopied(String text) {
        try {
            desktop.forgetCopied(text);
            desktop.paste().filter(held -> containsToken(held, text)).ifPresent(desktop::forgetCopied);
        } catch (RuntimeException clipboardUnavailable) {
            // A system may refuse access to its clipboard at any time. The save is not affected.
        }
    }

    /** True if a text is this token with something around or inside it that the parser removes. */
    private boolean containsToken(String held, String token) {
        if (parser.read(held) instanceof TokenCheck.Usable usable) {
            boolean same = usable.token().reveal().equals(token);
            usable.token().destroy();
            return same;
        }
        return false;
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return desktop.chooseFile(suggestedName);
    }
}
