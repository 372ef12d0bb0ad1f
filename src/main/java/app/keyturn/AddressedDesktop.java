package app.keyturn;

import app.keyturn.platform.AddressBook;
import app.keyturn.wizard.Desktop;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A desktop whose browser follows the same address book as the program itself, so that in practice no real page opens.
 *
 * @param desktop does the rest
 * @param book where addresses lead
 */
record AddressedDesktop(Desktop desktop, AddressBook book) implements Desktop {
    @Override
    public boolean open(URI page) {
        return book.resolve(page).map(desktop::open).orElse(false);
    }

    @Override
    public URI addressOf(URI page) {
        return book.resolve(page).orElse(page);
    }

    @Override
    public void copy(String text) {
        desktop.copy(text);
    }

    @Override
    public Optional<String> paste() {
        return desktop.paste();
    }

    @Override
    public void forgetCopied(String text) {
        desktop.forgetCopied(text);
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return desktop.chooseFile(suggestedName);
    }
}
