package app.keyturn.desktop;

import app.keyturn.platform.HostMap;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A desktop whose browser follows the same address book as the program itself, so that in practice no real page opens,
 * and whose clipboard forgets a token also if it was copied badly.
 *
 * @param desktop does the rest
 * @param hosts where addresses lead
 * @param parser tells which token a copied text holds
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
            desktop.paste().filter(held -> isTokenCopiedBadly(held, text)).ifPresent(desktop::forgetCopied);
        } catch (RuntimeException clipboardNotToBeHad) {
            // A system may refuse its clipboard at any time. What was saved is saved all the same.
        }
    }

    /** True if a token was copied with something around or inside it that was taken out when it was pasted. */
    private boolean isTokenCopiedBadly(String held, String token) {
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
